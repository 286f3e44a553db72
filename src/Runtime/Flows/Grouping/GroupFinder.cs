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
internal sealed class GroupFinder<TKey, TElement>(GroupTable<TKey, TElement> groups, GroupSpans spans) : GroupFinder<TElement>(spans)
{
    private readonly object? _anyGroup = groups.Any;

    internal override int OrdinalOf(object candidate) => IsGroup(candidate) ? groups.Find(candidate) : -1;

    internal override int Find(object candidate, out ReadOnlySpan<TElement> elements)
    {
        elements = default;
        if (!IsGroup(candidate)) return -1;
        int ordinal = groups.Find(candidate);
        if (ordinal >= 0) elements = new(LookupInternals<TKey, TElement>.Elements(candidate), 0, LookupInternals<TKey, TElement>.Count(candidate));
        return ordinal;
    }

    /// <summary>As <see cref="OrdinalOf"/>, for a group of this lookup.</summary>
    internal int OrdinalOfGroup(object group) => groups.Find(group);

    // What has the type of one of LINQ's groups with these types is one.
    private bool IsGroup(object candidate) => _anyGroup is { } group && candidate.GetType() == group.GetType();
}
