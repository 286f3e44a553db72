namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.AnyAsync</c>: only decides, so that nothing follows.</summary>
    public static ValueTask<bool> AnyAsync<TLineage, TSource>(IAsyncEnumerable<TSource> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => AsyncEnumerable.AnyAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.AnyAsync</c>: only decides, so that nothing follows.</summary>
    public static ValueTask<bool> AnyAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, Func<TSource, bool> predicate, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => AsyncEnumerable.AnyAsync(source, predicate, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.AnyAsync</c>: only decides, so that nothing follows.</summary>
    public static ValueTask<bool> AnyAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<bool>> predicate, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => AsyncEnumerable.AnyAsync(source, predicate, cancellationToken);
}
