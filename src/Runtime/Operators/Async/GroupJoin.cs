using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.GroupJoin</c>: a result follows from the outer record and every inner record of its key.</summary>
    public static IAsyncEnumerable<TResult> GroupJoin<TLineage, TOuter, TInner, TKey, TResult>(
        IAsyncEnumerable<TOuter> outer, IAsyncEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, Func<TOuter, IEnumerable<TInner>, TResult> resultSelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
    {
        IAsyncEnumerable<TResult> plain = AsyncEnumerable.GroupJoin(outer, inner, outerKeySelector, innerKeySelector, resultSelector, comparer); // checks the arguments
        return TLineage.IsRecording && !AsyncEntering.IsDone(plain, outer) ? Operators.AsyncGroupJoin.Of(outer, inner, outerKeySelector, innerKeySelector, resultSelector, comparer, site) : plain;
    }

    /// <summary>The woven form of <c>AsyncEnumerable.GroupJoin</c>: a result follows from the outer record and every inner record of its key.</summary>
    public static IAsyncEnumerable<TResult> GroupJoin<TLineage, TOuter, TInner, TKey, TResult>(
        IAsyncEnumerable<TOuter> outer, IAsyncEnumerable<TInner> inner, Func<TOuter, CancellationToken, ValueTask<TKey>> outerKeySelector, Func<TInner, CancellationToken, ValueTask<TKey>> innerKeySelector, Func<TOuter, IEnumerable<TInner>, CancellationToken, ValueTask<TResult>> resultSelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
    {
        IAsyncEnumerable<TResult> plain = AsyncEnumerable.GroupJoin(outer, inner, outerKeySelector, innerKeySelector, resultSelector, comparer); // checks the arguments
        return TLineage.IsRecording && !AsyncEntering.IsDone(plain, outer) ? Operators.AsyncGroupJoin.Of(outer, inner, outerKeySelector, innerKeySelector, resultSelector, comparer, site) : plain;
    }
}
