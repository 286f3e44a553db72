using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.MinAsync</c>: the record chosen passes.</summary>
    public static ValueTask<TSource?> MinAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, IComparer<TSource>? comparer, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? Operators.AsyncExtremes.Min(source, comparer, site, cancellationToken)
            : AsyncEnumerable.MinAsync(source, comparer, cancellationToken);
}
