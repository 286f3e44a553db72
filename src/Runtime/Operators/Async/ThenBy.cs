using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.ThenBy</c>: records pass with their spans.</summary>
    public static IOrderedAsyncEnumerable<TSource> ThenBy<TLineage, TSource, TKey>(
        IOrderedAsyncEnumerable<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording && keySelector is not null && source is AsyncOrderedFlow<TSource> ordered
            ? ordered.Then(keySelector, comparer, descending: false, site)
            : AsyncEnumerable.ThenBy(source!, keySelector!, comparer);

    /// <summary>The woven form of <c>AsyncEnumerable.ThenBy</c>: records pass with their spans.</summary>
    public static IOrderedAsyncEnumerable<TSource> ThenBy<TLineage, TSource, TKey>(
        IOrderedAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector, IComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording && keySelector is not null && source is AsyncOrderedFlow<TSource> ordered
            ? ordered.Then(keySelector, comparer, descending: false, site)
            : AsyncEnumerable.ThenBy(source!, keySelector!, comparer);
}
