namespace Weft.Flows.Grouping;

/// <summary>Finds the groups of one lookup by reference; read by any thread.</summary>
internal abstract class GroupFinder(GroupSpans spans)
{
    /// <summary>The spans of the lookup's members.</summary>
    internal GroupSpans Spans { get; } = spans;

    /// <summary>The 0-based ordinal of a group object of this lookup, or -1 for any other object.</summary>
    internal abstract int OrdinalOf(object candidate);
}

/// <summary>Finds the groups of one lookup with these elements.</summary>
internal abstract class GroupFinder<TElement>(GroupSpans spans) : GroupFinder(spans)
{
    /// <summary>As <see cref="GroupFinder.OrdinalOf"/>, with the elements of the group.</summary>
    internal abstract int Find(object candidate, out ReadOnlySpan<TElement> elements);
}

/// <summary>Finds the groups of one lookup with these types.</summary>
// Hashed by the key's hash code, which LINQ keeps in each group: an identity hash code would have to be made for each group first, which costs
// more than finding the group.
internal sealed class GroupFinder<TKey, TElement> : GroupFinder<TElement>
{
    private readonly GroupChunks _groups;
    private readonly object? _anyGroup; // what has its type is a group of LINQ's with these types
    private readonly int[] _slots; // open addressing: ordinal + 1, or 0; a power of two, at most three quarters full

    internal GroupFinder(GroupChunks groups, GroupSpans spans) : base(spans)
    {
        _groups = groups;
        _anyGroup = groups.Count == 0 ? null : groups[0];
        int length = 4;
        while (groups.Count * 4L > length * 3L) length *= 2;
        _slots = new int[length];
        for (int ordinal = 0; ordinal < groups.Count; ordinal++)
        {
            int at = FirstSlot(groups[ordinal], length);
            while (_slots[at] != 0) at = (at + 1) & (length - 1);
            _slots[at] = ordinal + 1;
        }
    }

    internal override int OrdinalOf(object candidate) => IsGroup(candidate) ? OrdinalOfGroup(candidate) : -1;

    internal override int Find(object candidate, out ReadOnlySpan<TElement> elements)
    {
        elements = default;
        if (!IsGroup(candidate)) return -1;
        int ordinal = OrdinalOfGroup(candidate);
        if (ordinal >= 0) elements = new(LookupInternals<TKey, TElement>.Elements(candidate), 0, LookupInternals<TKey, TElement>.Count(candidate));
        return ordinal;
    }

    /// <summary>As <see cref="OrdinalOf"/>, for a group of LINQ's of these types.</summary>
    internal int OrdinalOfGroup(object group)
    {
        int[] slots = _slots;
        for (int at = FirstSlot(group, slots.Length); ; at = (at + 1) & (slots.Length - 1))
        {
            int ordinal = slots[at] - 1;
            if (ordinal < 0 || ReferenceEquals(_groups[ordinal], group)) return ordinal;
        }
    }

    private bool IsGroup(object candidate) => _anyGroup is { } group && candidate.GetType() == group.GetType();

    private static int FirstSlot(object group, int length) => (int)((uint)LookupInternals<TKey, TElement>.HashCode(group) * 0x9E3779B1u >> 7) & (length - 1);
}
