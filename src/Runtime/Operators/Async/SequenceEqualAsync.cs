namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.SequenceEqualAsync</c>: only decides, so that nothing follows.</summary>
    public static ValueTask<bool> SequenceEqualAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> first, IAsyncEnumerable<TSource> second, IEqualityComparer<TSource>? comparer, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => AsyncEnumerable.SequenceEqualAsync(first, second, comparer, cancellationToken);
}
