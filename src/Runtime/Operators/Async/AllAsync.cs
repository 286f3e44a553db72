namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.AllAsync</c>: only decides, so that nothing follows.</summary>
    public static ValueTask<bool> AllAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, Func<TSource, bool> predicate, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => AsyncEnumerable.AllAsync(source, predicate, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.AllAsync</c>: only decides, so that nothing follows.</summary>
    public static ValueTask<bool> AllAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<bool>> predicate, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => AsyncEnumerable.AllAsync(source, predicate, cancellationToken);
}
