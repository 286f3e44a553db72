namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.ContainsAsync</c>: only decides, so that nothing follows.</summary>
    public static ValueTask<bool> ContainsAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, TSource value, IEqualityComparer<TSource>? comparer, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => AsyncEnumerable.ContainsAsync(source, value, comparer, cancellationToken);
}
