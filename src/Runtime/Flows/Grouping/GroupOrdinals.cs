using System.Runtime.CompilerServices;

namespace Weft.Flows.Grouping;

/// <summary>The 0-based ordinals of group objects, by reference; written by one thread while a lookup is built, read by any afterwards.</summary>
internal sealed class GroupOrdinals
{
    private object?[] _groups = new object?[16]; // open addressing, at most half full
    private int[] _ordinals = new int[16];
    private int _count;

    internal int Count => _count;

    /// <summary>The ordinal of <paramref name="group"/>, or -1.</summary>
    internal int Find(object group)
    {
        object?[] groups = _groups;
        for (int i = Slot(group, groups.Length); groups[i] is { } other; i = (i + 1) & (groups.Length - 1))
        {
            if (ReferenceEquals(other, group)) return _ordinals[i];
        }
        return -1;
    }

    /// <summary>Adds a group that is not here yet; its ordinal is the number of those before it.</summary>
    internal void Add(object group)
    {
        if (_count * 2 >= _groups.Length) Grow();
        Insert(group, _count++);
    }

    private void Insert(object group, int ordinal)
    {
        int i = Slot(group, _groups.Length);
        while (_groups[i] is not null) i = (i + 1) & (_groups.Length - 1);
        _groups[i] = group;
        _ordinals[i] = ordinal;
    }

    private void Grow()
    {
        object?[] groups = _groups;
        int[] ordinals = _ordinals;
        _groups = new object?[groups.Length * 2];
        _ordinals = new int[groups.Length * 2];
        for (int i = 0; i < groups.Length; i++)
        {
            if (groups[i] is { } group) Insert(group, ordinals[i]);
        }
    }

    private static int Slot(object group, int length) => (int)((uint)RuntimeHelpers.GetHashCode(group) * 0x9E3779B1u >> 7) & (length - 1);
}
