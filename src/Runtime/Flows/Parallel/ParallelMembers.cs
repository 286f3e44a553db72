using System.Collections;

namespace Weft.Flows.Parallel;

/// <summary>Records that PLINQ hands to the program as one, a group or the matches of a join, with their spans; the part that does not depend on the type of the records.</summary>
internal abstract class ParallelMembers
{
    /// <summary>The spans of the records, in their order.</summary>
    internal abstract SpanColumn Column { get; }
}

/// <inheritdoc cref="ParallelMembers"/>
/// <param name="members">The records with their spans, as PLINQ has collected them.</param>
/// <param name="column">The spans.</param>
internal class ParallelMembers<T>(IEnumerable<Chosen<T>> members, SpanColumn column) : ParallelMembers, IEnumerable<T>
{
    internal sealed override SpanColumn Column => column;

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        foreach (Chosen<T> member in members) yield return member.Value;
    }

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
internal sealed class ParallelGroup<TKey, T>(TKey key, IEnumerable<Chosen<T>> members, SpanColumn column) : ParallelMembers<T>(members, column), IGrouping<TKey, T>
{
    /// <inheritdoc/>
    public TKey Key => key;
}
