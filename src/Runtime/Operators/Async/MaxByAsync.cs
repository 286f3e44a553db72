using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.MaxByAsync</c>: the record chosen passes.</summary>
    public static ValueTask<TSource?> MaxByAsync<TLineage, TSource, TKey>(
        IAsyncEnumerable<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site) && keySelector is not null
            ? Operators.AsyncExtremes.MaxBy(source, keySelector, comparer, site, cancellationToken)
            : AsyncEnumerable.MaxByAsync(source, keySelector!, comparer, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.MaxByAsync</c>: the record chosen passes.</summary>
    public static ValueTask<TSource?> MaxByAsync<TLineage, TSource, TKey>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector, IComparer<TKey>? comparer, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site) && keySelector is not null
            ? Operators.AsyncExtremes.MaxBy(source, keySelector, comparer, site, cancellationToken)
            : AsyncEnumerable.MaxByAsync(source, keySelector!, comparer, cancellationToken);
}
