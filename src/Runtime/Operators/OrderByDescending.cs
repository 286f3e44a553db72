using Weft.Flows;
using Weft.Operators.Ordering;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Enumerable.OrderByDescending</c>: records pass with their spans.</summary>
    public static IOrderedEnumerable<TSource> OrderByDescending<TLineage, TSource, TKey>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null && keySelector is not null
            ? new KeyOrderedFlow<TSource, TKey>(source.AsFlow(site), null, keySelector, null, descending: true, site)
            : Enumerable.OrderByDescending(source!, keySelector!);

    /// <summary>The woven form of <c>Enumerable.OrderByDescending</c>: records pass with their spans.</summary>
    public static IOrderedEnumerable<TSource> OrderByDescending<TLineage, TSource, TKey>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null && keySelector is not null
            ? new KeyOrderedFlow<TSource, TKey>(source.AsFlow(site), null, keySelector, comparer, descending: true, site)
            : Enumerable.OrderByDescending(source!, keySelector!, comparer);
}
