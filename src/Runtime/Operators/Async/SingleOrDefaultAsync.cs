using Weft.Flows;
using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.SingleOrDefaultAsync</c>: the record chosen passes.</summary>
    public static ValueTask<TSource?> SingleOrDefaultAsync<TLineage, TSource>(IAsyncEnumerable<TSource> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.ChooseOrDefault(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.SingleOrDefaultAsync(records, cancellationToken), site)
            : AsyncEnumerable.SingleOrDefaultAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.SingleOrDefaultAsync</c>: the record chosen passes.</summary>
    public static ValueTask<TSource> SingleOrDefaultAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, TSource defaultValue, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Choose(source, (defaultValue, cancellationToken), static (records, state) => AsyncEnumerable.SingleOrDefaultAsync(records, new Chosen<TSource>(state.defaultValue, 0), state.cancellationToken), site)
            : AsyncEnumerable.SingleOrDefaultAsync(source, defaultValue, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.SingleOrDefaultAsync</c>: the record chosen passes.</summary>
    public static ValueTask<TSource?> SingleOrDefaultAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, Func<TSource, bool> predicate, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site) && predicate is not null
            ? AsyncResult.ChooseOrDefault(source, (predicate, cancellationToken), static (records, state) => AsyncEnumerable.SingleOrDefaultAsync(records, record => state.predicate(record.Value), state.cancellationToken), site)
            : AsyncEnumerable.SingleOrDefaultAsync(source, predicate!, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.SingleOrDefaultAsync</c>: the record chosen passes.</summary>
    public static ValueTask<TSource?> SingleOrDefaultAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<bool>> predicate, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site) && predicate is not null
            ? AsyncResult.ChooseOrDefault(source, (predicate, cancellationToken), static (records, state) => AsyncEnumerable.SingleOrDefaultAsync(records, (record, token) => state.predicate(record.Value, token), state.cancellationToken), site)
            : AsyncEnumerable.SingleOrDefaultAsync(source, predicate!, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.SingleOrDefaultAsync</c>: the record chosen passes.</summary>
    public static ValueTask<TSource> SingleOrDefaultAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, Func<TSource, bool> predicate, TSource defaultValue, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site) && predicate is not null
            ? AsyncResult.Choose(source, (predicate, defaultValue, cancellationToken), static (records, state) => AsyncEnumerable.SingleOrDefaultAsync(records, record => state.predicate(record.Value), new Chosen<TSource>(state.defaultValue, 0), state.cancellationToken), site)
            : AsyncEnumerable.SingleOrDefaultAsync(source, predicate!, defaultValue, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.SingleOrDefaultAsync</c>: the record chosen passes.</summary>
    public static ValueTask<TSource> SingleOrDefaultAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<bool>> predicate, TSource defaultValue, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site) && predicate is not null
            ? AsyncResult.Choose(source, (predicate, defaultValue, cancellationToken), static (records, state) => AsyncEnumerable.SingleOrDefaultAsync(records, (record, token) => state.predicate(record.Value, token), new Chosen<TSource>(state.defaultValue, 0), state.cancellationToken), site)
            : AsyncEnumerable.SingleOrDefaultAsync(source, predicate!, defaultValue, cancellationToken);
}
