using System.Runtime.CompilerServices;

namespace Weft.Flows.Grouping;

/// <summary>The 0-based ordinals of group objects, by reference; written by one thread while a lookup is built, read by any afterwards.</summary>
internal sealed class GroupOrdinals
{
    private object[] _groups = new object[8]; // by ordinal
    private int[] _slots = new int[16];       // open addressing: ordinal + 1, or 0; a power of two, at most two thirds full
    private int _count;

    internal int Count => _count;

    /// <summary>The ordinal of <paramref name="group"/>, or -1.</summary>
    internal int Find(object group)
    {
        int[] slots = _slots;
        for (int i = Slot(group, slots.Length); ; i = (i + 1) & (slots.Length - 1))
        {
            int ordinal = slots[i] - 1;
            if (ordinal < 0 || ReferenceEquals(_groups[ordinal], group)) return ordinal;
        }
    }

    /// <summary>Adds a group that is not here yet; its ordinal is the number of those before it.</summary>
    internal void Add(object group)
    {
        if (_count == _groups.Length) Array.Resize(ref _groups, _count * 2);
        _groups[_count++] = group;
        if (_count * 3 > _slots.Length * 2) Rehash();
        else Insert(_count - 1);
    }

    private void Insert(int ordinal)
    {
        int i = Slot(_groups[ordinal], _slots.Length);
        while (_slots[i] != 0) i = (i + 1) & (_slots.Length - 1);
        _slots[i] = ordinal + 1;
    }

    private void Rehash()
    {
        _slots = new int[_slots.Length * 2];
        for (int ordinal = 0; ordinal < _count; ordinal++) Insert(ordinal);
    }

    private static int Slot(object group, int length) => (int)((uint)RuntimeHelpers.GetHashCode(group) * 0x9E3779B1u >> 7) & (length - 1);
}
