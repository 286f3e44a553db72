using Weft.Operators.Ordering;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Enumerable.ThenByDescending</c>: records pass with their spans.</summary>
    public static IOrderedEnumerable<TSource> ThenByDescending<TLineage, TSource, TKey>(IOrderedEnumerable<TSource> source, Func<TSource, TKey> keySelector, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording && source is OrderedFlow<TSource> flow && keySelector is not null
            ? flow.Then(keySelector, null, descending: true, site)
            : Enumerable.ThenByDescending(source, keySelector!);

    /// <summary>The woven form of <c>Enumerable.ThenByDescending</c>: records pass with their spans.</summary>
    public static IOrderedEnumerable<TSource> ThenByDescending<TLineage, TSource, TKey>(IOrderedEnumerable<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording && source is OrderedFlow<TSource> flow && keySelector is not null
            ? flow.Then(keySelector, comparer, descending: true, site)
            : Enumerable.ThenByDescending(source, keySelector!, comparer);
}
