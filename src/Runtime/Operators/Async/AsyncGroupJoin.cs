using Weft.Flows.Async;

namespace Weft.Operators;

/// <summary>GroupJoin, in both its forms; the arguments were checked.</summary>
internal static class AsyncGroupJoin
{
    internal static AsyncFlow<TResult> Of<TOuter, TInner, TKey, TResult>(
        IAsyncEnumerable<TOuter> outer, IAsyncEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector,
        Func<TOuter, IEnumerable<TInner>, TResult> resultSelector, IEqualityComparer<TKey>? comparer, int site)
        => Of(outer, inner, AsyncGroupBy.Later(outerKeySelector), AsyncGroupBy.Later(innerKeySelector), AsyncGroupBy.Later(resultSelector), comparer, site);

    internal static AsyncFlow<TResult> Of<TOuter, TInner, TKey, TResult>(
        IAsyncEnumerable<TOuter> outer, IAsyncEnumerable<TInner> inner, Func<TOuter, CancellationToken, ValueTask<TKey>> outerKeySelector,
        Func<TInner, CancellationToken, ValueTask<TKey>> innerKeySelector, Func<TOuter, IEnumerable<TInner>, CancellationToken, ValueTask<TResult>> resultSelector,
        IEqualityComparer<TKey>? comparer, int site)
        => new AsyncGroupJoinedFlow<TOuter, TInner, TKey, TResult>(outer, inner, outerKeySelector, innerKeySelector, resultSelector, comparer, site);
}
