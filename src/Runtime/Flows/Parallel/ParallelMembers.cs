using System.Collections;

namespace Weft.Flows.Parallel;

/// <summary>Records that PLINQ hands to the program as one, a group or the matches of a join, with their spans; the part that does not depend on the type of the records.</summary>
internal abstract class ParallelMembers
{
    /// <summary>The spans of the records, in their order.</summary>
    internal abstract SpanColumn Column { get; }
}

/// <inheritdoc cref="ParallelMembers"/>
// As PLINQ's own groups this is a sequence only, without a count or an index that the program could ask for.
internal class ParallelMembers<T> : ParallelMembers, IEnumerable<T>
{
    private const int FirstLength = 4;

    private readonly ArraySegment<T> _values;

    /// <summary>Takes records and their spans apart.</summary>
    /// <param name="members">The records, as PLINQ has collected them.</param>
    /// <param name="step">The step by which they came here.</param>
    internal ParallelMembers(IEnumerable<Chosen<T>> members, int step)
    {
        var values = new T[FirstLength];
        int count = 0;
        ColumnBuilder spans = ColumnBuilder.Rent();
        foreach (Chosen<T> member in members)
        {
            if (count == values.Length) Array.Resize(ref values, 2 * count);
            values[count++] = member.Value;
            spans.Add(member.Span);
        }
        _values = new ArraySegment<T>(values, 0, count);
        Column = spans.Finish(step);
    }

    /// <inheritdoc cref="ParallelMembers{T}(IEnumerable{Chosen{T}}, int)"/>
    private protected ParallelMembers(IEnumerable<OffsetRecord<T>> members, SpanOffsets offsets, int step)
    {
        using var values = new ValueBuffer<T>();
        ColumnBuilder spans = ColumnBuilder.Rent();
        foreach (OffsetRecord<T> member in members)
        {
            values.Add(member.Value);
            spans.Add(offsets.SpanAt(member.Offset));
        }
        _values = new ArraySegment<T>(values.ToArray());
        Column = spans.Finish(step);
    }

    internal sealed override SpanColumn Column { get; }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The spans of records, as a column whose records came by <paramref name="step"/>.</summary>
    internal static SpanColumn ColumnOf(IEnumerable<Chosen<T>> members, int step)
    {
        ColumnBuilder spans = ColumnBuilder.Rent();
        foreach (Chosen<T> member in members) spans.Add(member.Span);
        return spans.Finish(step);
    }
}

/// <summary>A group.</summary>
internal sealed class ParallelGroup<TKey, T> : ParallelMembers<T>, IGrouping<TKey, T>
{
    /// <summary>Takes the records of a group and their spans apart.</summary>
    /// <param name="group">The group, as PLINQ has collected it.</param>
    /// <param name="offsets">Tells the spans.</param>
    /// <param name="step">The step by which the records came here.</param>
    internal ParallelGroup(IGrouping<TKey, OffsetRecord<T>> group, SpanOffsets offsets, int step) : base(group, offsets, step) => Key = group.Key;

    /// <inheritdoc/>
    public TKey Key { get; }
}
