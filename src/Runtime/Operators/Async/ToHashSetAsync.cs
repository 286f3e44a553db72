namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.ToHashSetAsync</c>: the first record of its value keeps its span.</summary>
    public static ValueTask<HashSet<TSource>> ToHashSetAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, IEqualityComparer<TSource>? comparer, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null
            ? Operators.AsyncCollections.Set(source, comparer, site, cancellationToken)
            : AsyncEnumerable.ToHashSetAsync(source!, comparer, cancellationToken);
}
