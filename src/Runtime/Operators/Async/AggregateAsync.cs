using Weft.Flows;
using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.AggregateAsync</c>: the result follows from every record.</summary>
    public static ValueTask<TSource> AggregateAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, Func<TSource, TSource, TSource> func, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, (func, cancellationToken), static (records, state) => AsyncEnumerable.AggregateAsync(records, state.func, state.cancellationToken), site)
            : AsyncEnumerable.AggregateAsync(source, func, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.AggregateAsync</c>: the result follows from every record.</summary>
    public static ValueTask<TSource> AggregateAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, Func<TSource, TSource, CancellationToken, ValueTask<TSource>> func, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, (func, cancellationToken), static (records, state) => AsyncEnumerable.AggregateAsync(records, state.func, state.cancellationToken), site)
            : AsyncEnumerable.AggregateAsync(source, func, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.AggregateAsync</c>: the result follows from every record.</summary>
    public static ValueTask<TAccumulate> AggregateAsync<TLineage, TSource, TAccumulate>(
        IAsyncEnumerable<TSource> source, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, (seed, func, cancellationToken), static (records, state) => AsyncEnumerable.AggregateAsync(records, state.seed, state.func, state.cancellationToken), site)
            : AsyncEnumerable.AggregateAsync(source, seed, func, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.AggregateAsync</c>: the result follows from every record.</summary>
    public static ValueTask<TAccumulate> AggregateAsync<TLineage, TSource, TAccumulate>(
        IAsyncEnumerable<TSource> source, TAccumulate seed, Func<TAccumulate, TSource, CancellationToken, ValueTask<TAccumulate>> func, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, (seed, func, cancellationToken), static (records, state) => AsyncEnumerable.AggregateAsync(records, state.seed, state.func, state.cancellationToken), site)
            : AsyncEnumerable.AggregateAsync(source, seed, func, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.AggregateAsync</c>: the result follows from every record.</summary>
    public static ValueTask<TResult> AggregateAsync<TLineage, TSource, TAccumulate, TResult>(
        IAsyncEnumerable<TSource> source, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func, Func<TAccumulate, TResult> resultSelector, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, (seed, func, resultSelector, cancellationToken), static (records, state) => AsyncEnumerable.AggregateAsync(records, state.seed, state.func, state.resultSelector, state.cancellationToken), site)
            : AsyncEnumerable.AggregateAsync(source, seed, func, resultSelector, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.AggregateAsync</c>: the result follows from every record.</summary>
    public static ValueTask<TResult> AggregateAsync<TLineage, TSource, TAccumulate, TResult>(
        IAsyncEnumerable<TSource> source, TAccumulate seed, Func<TAccumulate, TSource, CancellationToken, ValueTask<TAccumulate>> func, Func<TAccumulate, CancellationToken, ValueTask<TResult>> resultSelector, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, (seed, func, resultSelector, cancellationToken), static (records, state) => AsyncEnumerable.AggregateAsync(records, state.seed, state.func, state.resultSelector, state.cancellationToken), site)
            : AsyncEnumerable.AggregateAsync(source, seed, func, resultSelector, cancellationToken);
}
