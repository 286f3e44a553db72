using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Enumerable.MinBy(IEnumerable&lt;TSource&gt;, Func&lt;TSource, TKey&gt;)</c>: as an output it is the first record with the least key.</summary>
    public static TSource? MinBy<TLineage, TSource, TKey>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector, int site) where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site) && keySelector is not null
            ? Operators.Extreme.MinBy(source, keySelector, null, site)
            : Enumerable.MinBy(source, keySelector!);

    /// <summary>The woven form of <c>Enumerable.MinBy(IEnumerable&lt;TSource&gt;, Func&lt;TSource, TKey&gt;, IComparer&lt;TKey&gt;)</c>: as an output it is the first record with the least key.</summary>
    public static TSource? MinBy<TLineage, TSource, TKey>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer, int site) where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site) && keySelector is not null
            ? Operators.Extreme.MinBy(source, keySelector, comparer, site)
            : Enumerable.MinBy(source, keySelector!, comparer);
}
