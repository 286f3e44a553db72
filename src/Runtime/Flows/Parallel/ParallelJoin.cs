namespace Weft.Flows.Parallel;

/// <summary>Join and GroupJoin.</summary>
internal static class ParallelJoin
{
    /// <summary>The result of Join, as a query that is known to carry spans.</summary>
    internal static ParallelQuery<T> Of<TOuter, TInner, TKey, T>(
        ParallelQuery<T> query, ParallelQuery<TOuter> outer, ParallelQuery<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector,
        Func<TOuter, TInner, T> resultSelector, IEqualityComparer<TKey>? comparer, int site)
        => ParallelPairs.Of(
            query, outer, inner, (outerKeySelector, innerKeySelector, resultSelector, comparer), static (outer, inner, state, derivation) => outer.Join(
                inner, record => state.outerKeySelector(record.Value), record => state.innerKeySelector(record.Value),
                (record, match) => derivation.Derive(state.resultSelector(record.Value, match.Value), record.Span, match.Span), state.comparer),
            site);

    /// <summary>The result of GroupJoin, as a query that is known to carry spans.</summary>
    internal static ParallelQuery<T> Groups<TOuter, TInner, TKey, T>(
        ParallelQuery<T> query, ParallelQuery<TOuter> outer, ParallelQuery<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector,
        Func<TOuter, IEnumerable<TInner>, T> resultSelector, IEqualityComparer<TKey>? comparer, int site)
        => ParallelFlows.With(query, new ParallelGroupJoinFlow<TOuter, TInner, TKey, T>(
            outer.AsFlow(site), inner.AsFlow(site, argument: 1), outerKeySelector, innerKeySelector, resultSelector, comparer, site));
}
