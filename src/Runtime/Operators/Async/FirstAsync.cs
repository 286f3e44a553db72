using Weft.Flows;
using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.FirstAsync</c>: the record chosen passes.</summary>
    public static ValueTask<TSource> FirstAsync<TLineage, TSource>(IAsyncEnumerable<TSource> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Choose(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.FirstAsync(records, cancellationToken), site)
            : AsyncEnumerable.FirstAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.FirstAsync</c>: the record chosen passes.</summary>
    public static ValueTask<TSource> FirstAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, Func<TSource, bool> predicate, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site) && predicate is not null
            ? AsyncResult.Choose(source, (predicate, cancellationToken), static (records, state) => AsyncEnumerable.FirstAsync(records, record => state.predicate(record.Value), state.cancellationToken), site)
            : AsyncEnumerable.FirstAsync(source, predicate!, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.FirstAsync</c>: the record chosen passes.</summary>
    public static ValueTask<TSource> FirstAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<bool>> predicate, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site) && predicate is not null
            ? AsyncResult.Choose(source, (predicate, cancellationToken), static (records, state) => AsyncEnumerable.FirstAsync(records, (record, token) => state.predicate(record.Value, token), state.cancellationToken), site)
            : AsyncEnumerable.FirstAsync(source, predicate!, cancellationToken);
}
