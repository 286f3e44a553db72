using System.Runtime.CompilerServices;
using Weft.Capture;

namespace Weft.Flows.Async;

/// <summary>GroupJoin: the inner sequence is grouped when the outer one has shown a first record, and the outer one streams.</summary>
internal sealed class AsyncGroupJoinedFlow<TOuter, TInner, TKey, T>(
    IAsyncEnumerable<TOuter> outer, IAsyncEnumerable<TInner> inner, Func<TOuter, CancellationToken, ValueTask<TKey>> outerKeySelector,
    Func<TInner, CancellationToken, ValueTask<TKey>> innerKeySelector, Func<TOuter, IEnumerable<TInner>, CancellationToken, ValueTask<T>> resultSelector,
    IEqualityComparer<TKey>? comparer, int site) : AsyncFlow<T>
{
    internal override IAsyncEnumerable<T> Open(CurrentSpan span, out Way way)
    {
        way = Way.Issued;
        return Results(span);
    }

    private async IAsyncEnumerable<T> Results(CurrentSpan span, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var outerSpan = new CurrentSpan();
        IAsyncEnumerable<TOuter> records = outer.AsFlow(site).Open(outerSpan, out Way outerWay);
        await using IAsyncEnumerator<TOuter> reading = records.GetAsyncEnumerator(cancellationToken);
        if (!await reading.MoveNextAsync()) yield break;
        AsyncSpannedLookup<TKey, TInner> lookup = await AsyncSpannedLookup<TKey, TInner>.Create(
            inner, innerKeySelector, static (record, _) => new(record), comparer, skipNullKeys: true, site, argument: 1, cancellationToken);
        lookup.Register();
        int step = Steps.Intern(site, outerWay.Step, lookup.Spans.InputStep);
        do
        {
            TOuter record = reading.Current; // LINQ reads the first one when the inner sequence is grouped
            IEnumerable<TInner> matches = lookup.Lookup[await outerKeySelector(record, cancellationToken)];
            T result = await resultSelector(record, matches, cancellationToken);
            span.Value = Derive(lookup, matches, outerSpan.Value, step);
            yield return result;
        }
        while (await reading.MoveNextAsync());
    }

    // A record without matches is given an empty sequence that is no group.
    private static ulong Derive(AsyncSpannedLookup<TKey, TInner> lookup, IEnumerable<TInner> matches, ulong outerSpan, int step)
    {
        if (matches is not IGrouping<TKey, TInner>) return ThreadBuffer.For(step).DerivePair(step, outerSpan, 0);
        int ordinal = lookup.OrdinalOf(matches);
        return ThreadBuffer.For(step).DeriveFanIn(step, outerSpan, lookup.Spans.FirstOf(ordinal), lookup.Spans.CountOf(ordinal));
    }
}
