using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.Join</c>: a result follows from the outer record and the inner one.</summary>
    public static ParallelQuery<TResult> Join<TLineage, TOuter, TInner, TKey, TResult>(
        ParallelQuery<TOuter> outer, ParallelQuery<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, Func<TOuter, TInner, TResult> resultSelector, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TResult> query = ParallelEnumerable.Join(outer, inner, outerKeySelector, innerKeySelector, resultSelector);
        return TLineage.IsRecording ? ParallelJoin.Of(query, outer, inner, outerKeySelector, innerKeySelector, resultSelector, null, site) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Join</c>: a result follows from the outer record and the inner one.</summary>
    public static ParallelQuery<TResult> Join<TLineage, TOuter, TInner, TKey, TResult>(
        ParallelQuery<TOuter> outer, ParallelQuery<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, Func<TOuter, TInner, TResult> resultSelector, IEqualityComparer<TKey>? comparer, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TResult> query = ParallelEnumerable.Join(outer, inner, outerKeySelector, innerKeySelector, resultSelector, comparer);
        return TLineage.IsRecording ? ParallelJoin.Of(query, outer, inner, outerKeySelector, innerKeySelector, resultSelector, comparer, site) : query;
    }
}
