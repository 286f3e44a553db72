using System.Buffers;
using Weft.Capture;

namespace Weft.Flows.Parallel;

/// <summary>GroupJoin: a result follows from the outer record and every inner record of its key.</summary>
internal sealed class ParallelGroupJoinFlow<TOuter, TInner, TKey, T>(
    ParallelFlow<TOuter> outer, ParallelFlow<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector,
    Func<TOuter, IEnumerable<TInner>, T> resultSelector, IEqualityComparer<TKey>? comparer, int site) : ParallelFlow<T>
{
    internal override bool HandsOutGroups => true;

    internal override ParallelQuery<Chosen<T>> Open(out Way way)
    {
        ParallelQuery<Chosen<TOuter>> outerRecords = outer.Open(out Way outerWay);
        ParallelQuery<Chosen<TInner>> innerRecords = inner.Open(out Way innerWay);
        way = Way.Issued;
        var derivation = new PairDerivation(site, outerWay, innerWay);
        return outerRecords.GroupJoin(
            innerRecords, record => outerKeySelector(record.Value), record => innerKeySelector(record.Value),
            (record, matches) => Join(record, matches, derivation, innerWay), comparer);
    }

    private Chosen<T> Join(Chosen<TOuter> record, IEnumerable<Chosen<TInner>> matches, PairDerivation derivation, Way innerWay)
    {
        var members = new ParallelMembers<TInner>(matches, Steps.Intern(site, innerWay.Step));
        T result = resultSelector(record.Value, members);
        SpanColumn column = members.Column;
        if (column.Count == 0) return derivation.Derive(result, record.Span, 0);
        int step = derivation.Step;
        return new(result, ThreadBuffer.For(step).DeriveFanIn(step, record.Span, Consecutive(column), column.Count));
    }

    // The first of consecutive spans for those of a column: its own, or aliases.
    private static ulong Consecutive(SpanColumn column)
    {
        if (column.TryGetRange(0, column.Count, out ulong first)) return first;
        ulong[] spans = ArrayPool<ulong>.Shared.Rent(column.Count);
        column.CopyTo(0, spans.AsSpan(0, column.Count));
        return Recorder.Alias(column.Step, new RentedSpans(spans, column.Count)); // the recorder's now
    }
}
