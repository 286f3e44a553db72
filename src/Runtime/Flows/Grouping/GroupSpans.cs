using Weft.Capture;

namespace Weft.Flows.Grouping;

/// <summary>The spans of all members of a lookup: group after group, members in order of arrival, so that each group's are consecutive.</summary>
// Refers to no group: what is attached to a lookup must not keep it alive.
internal sealed class GroupSpans(int[] starts, ulong first, int inputStep, int step)
{
    /// <summary>Number of groups.</summary>
    internal int Count => starts.Length - 1;

    /// <summary>The step by which the members came to the grouping operator.</summary>
    internal int InputStep { get; } = inputStep;

    /// <summary>The step by which the members came into the lookup, the grouping operator included.</summary>
    internal int Step { get; } = step;

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
