using Weft.Capture;

namespace Weft.Flows.Grouping;

/// <summary>The spans of all members of a lookup: group after group, members in order of arrival, so that each group's are consecutive.</summary>
internal abstract class GroupSpans(int[] starts, ulong first, int inputStep, int step)
{
    /// <summary>Number of groups.</summary>
    internal int Count => starts.Length - 1;

    /// <summary>The step by which the members came to the grouping operator.</summary>
    internal int InputStep { get; } = inputStep;

    /// <summary>The step by which the members came into the lookup, the grouping operator included.</summary>
    internal int Step { get; } = step;

    /// <summary>The ordinal of a group object of this lookup, or -1 for any other object.</summary>
    internal abstract int OrdinalOf(object candidate);

    /// <summary>The span of the first member of a group.</summary>
    internal ulong FirstOf(int ordinal) => first + (uint)starts[ordinal];

    /// <summary>The number of members of a group.</summary>
    internal int CountOf(int ordinal) => starts[ordinal + 1] - starts[ordinal];

    /// <summary>The span of one group, following from all of its members.</summary>
    internal ulong DeriveGroup(ThreadBuffer buffer, int ordinal) => buffer.DeriveFanIn(Step, FirstOf(ordinal), CountOf(ordinal));

    /// <summary>The spans of all groups, in their order.</summary>
    internal SpanColumn DeriveGroups(ThreadBuffer buffer)
    {
        ColumnBuilder groups = ColumnBuilder.Rent();
        for (int ordinal = 0; ordinal < Count; ordinal++) groups.Add(DeriveGroup(buffer, ordinal));
        return groups.Finish(0);
    }

    /// <summary>The column of a group's members.</summary>
    internal RangeColumn ColumnOf(int ordinal) => new(FirstOf(ordinal), CountOf(ordinal), Step);
}

/// <summary>The spans of the members of a lookup with these types.</summary>
internal sealed class GroupSpans<TKey, TElement>(GroupOrdinals<TKey, TElement> ordinals, int[] starts, ulong first, int inputStep, int step)
    : GroupSpans(starts, first, inputStep, step)
{
    private readonly Type? _groupType = ordinals.GroupType;

    internal override int OrdinalOf(object candidate) => candidate.GetType() == _groupType ? ordinals.FindOwn(candidate) : -1;

    /// <summary>The ordinal of a group that is known to be one of this lookup.</summary>
    internal int OrdinalOfGroup(object group) => ordinals.Find(group);
}
