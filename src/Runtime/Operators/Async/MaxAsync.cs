using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.MaxAsync</c>: the record chosen passes.</summary>
    public static ValueTask<TSource?> MaxAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, IComparer<TSource>? comparer, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? Operators.AsyncExtremes.Max(source, comparer, site, cancellationToken)
            : AsyncEnumerable.MaxAsync(source, comparer, cancellationToken);
}
