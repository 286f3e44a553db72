using Weft.Flows;
using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.FirstOrDefaultAsync</c>: the record chosen passes.</summary>
    public static ValueTask<TSource?> FirstOrDefaultAsync<TLineage, TSource>(IAsyncEnumerable<TSource> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.ChooseOrDefault(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.FirstOrDefaultAsync(records, cancellationToken), site)
            : AsyncEnumerable.FirstOrDefaultAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.FirstOrDefaultAsync</c>: the record chosen passes.</summary>
    public static ValueTask<TSource> FirstOrDefaultAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, TSource defaultValue, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Choose(source, (defaultValue, cancellationToken), static (records, state) => AsyncEnumerable.FirstOrDefaultAsync(records, new Chosen<TSource>(state.defaultValue, 0), state.cancellationToken), site)
            : AsyncEnumerable.FirstOrDefaultAsync(source, defaultValue, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.FirstOrDefaultAsync</c>: the record chosen passes.</summary>
    public static ValueTask<TSource?> FirstOrDefaultAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, Func<TSource, bool> predicate, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site) && predicate is not null
            ? AsyncResult.ChooseOrDefault(source, (predicate, cancellationToken), static (records, state) => AsyncEnumerable.FirstOrDefaultAsync(records, record => state.predicate(record.Value), state.cancellationToken), site)
            : AsyncEnumerable.FirstOrDefaultAsync(source, predicate!, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.FirstOrDefaultAsync</c>: the record chosen passes.</summary>
    public static ValueTask<TSource?> FirstOrDefaultAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<bool>> predicate, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site) && predicate is not null
            ? AsyncResult.ChooseOrDefault(source, (predicate, cancellationToken), static (records, state) => AsyncEnumerable.FirstOrDefaultAsync(records, (record, token) => state.predicate(record.Value, token), state.cancellationToken), site)
            : AsyncEnumerable.FirstOrDefaultAsync(source, predicate!, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.FirstOrDefaultAsync</c>: the record chosen passes.</summary>
    public static ValueTask<TSource> FirstOrDefaultAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, Func<TSource, bool> predicate, TSource defaultValue, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site) && predicate is not null
            ? AsyncResult.Choose(source, (predicate, defaultValue, cancellationToken), static (records, state) => AsyncEnumerable.FirstOrDefaultAsync(records, record => state.predicate(record.Value), new Chosen<TSource>(state.defaultValue, 0), state.cancellationToken), site)
            : AsyncEnumerable.FirstOrDefaultAsync(source, predicate!, defaultValue, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.FirstOrDefaultAsync</c>: the record chosen passes.</summary>
    public static ValueTask<TSource> FirstOrDefaultAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<bool>> predicate, TSource defaultValue, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site) && predicate is not null
            ? AsyncResult.Choose(source, (predicate, defaultValue, cancellationToken), static (records, state) => AsyncEnumerable.FirstOrDefaultAsync(records, (record, token) => state.predicate(record.Value, token), new Chosen<TSource>(state.defaultValue, 0), state.cancellationToken), site)
            : AsyncEnumerable.FirstOrDefaultAsync(source, predicate!, defaultValue, cancellationToken);
}
