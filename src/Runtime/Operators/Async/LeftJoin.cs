using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.LeftJoin</c>: a result follows from the outer record and the inner record, if there is one.</summary>
    public static IAsyncEnumerable<TResult> LeftJoin<TLineage, TOuter, TInner, TKey, TResult>(
        IAsyncEnumerable<TOuter> outer, IAsyncEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, Func<TOuter, TInner?, TResult> resultSelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncJoined.Of(outer, inner, (outerKeySelector, innerKeySelector, resultSelector, comparer),
                static (outer, inner, state) => AsyncEnumerable.LeftJoin(outer, inner, state.outerKeySelector, state.innerKeySelector, state.resultSelector, state.comparer),
                static (outer, inner, state, derivation) => AsyncEnumerable.LeftJoin(
                    outer, inner, record => state.outerKeySelector(record.Value), record => state.innerKeySelector(record.Value),
                    (outer, inner) => derivation.Derive(state.resultSelector(outer.Value, inner.Value), outer.Span, inner.Span), state.comparer),
                site)
            : AsyncEnumerable.LeftJoin(outer, inner, outerKeySelector, innerKeySelector, resultSelector, comparer);

    /// <summary>The woven form of <c>AsyncEnumerable.LeftJoin</c>: a result follows from the outer record and the inner record, if there is one.</summary>
    public static IAsyncEnumerable<TResult> LeftJoin<TLineage, TOuter, TInner, TKey, TResult>(
        IAsyncEnumerable<TOuter> outer, IAsyncEnumerable<TInner> inner, Func<TOuter, CancellationToken, ValueTask<TKey>> outerKeySelector, Func<TInner, CancellationToken, ValueTask<TKey>> innerKeySelector, Func<TOuter, TInner?, CancellationToken, ValueTask<TResult>> resultSelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncJoined.Of(outer, inner, (outerKeySelector, innerKeySelector, resultSelector, comparer),
                static (outer, inner, state) => AsyncEnumerable.LeftJoin(outer, inner, state.outerKeySelector, state.innerKeySelector, state.resultSelector, state.comparer),
                static (outer, inner, state, derivation) => AsyncEnumerable.LeftJoin(
                    outer, inner, (record, cancellationToken) => state.outerKeySelector(record.Value, cancellationToken), (record, cancellationToken) => state.innerKeySelector(record.Value, cancellationToken),
                    (outer, inner, cancellationToken) => derivation.Derive(state.resultSelector(outer.Value, inner.Value, cancellationToken), outer.Span, inner.Span), state.comparer),
                site)
            : AsyncEnumerable.LeftJoin(outer, inner, outerKeySelector, innerKeySelector, resultSelector, comparer);
}
