using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.AggregateBy</c>: a value follows from every record of its key.</summary>
    public static IAsyncEnumerable<KeyValuePair<TKey, TAccumulate>> AggregateBy<TLineage, TSource, TKey, TAccumulate>(
        IAsyncEnumerable<TSource> source, Func<TSource, TKey> keySelector, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func, IEqualityComparer<TKey>? keyComparer, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording
            ? AsyncAccumulation.Of(source, (keySelector, seed, func, keyComparer), static (records, state) => AsyncEnumerable.AggregateBy(records, state.keySelector, state.seed, state.func, state.keyComparer),
                static (records, state) => AsyncEnumerable.AggregateBy(
                    records, record => state.keySelector(record.Value), _ => Accumulated<TAccumulate>.Seed(state.seed),
                    (value, record) => value.With(state.func(value.Value, record.Value), record.Span), state.keyComparer), site)
            : AsyncEnumerable.AggregateBy(source, keySelector, seed, func, keyComparer);

    /// <summary>The woven form of <c>AsyncEnumerable.AggregateBy</c>: a value follows from every record of its key.</summary>
    public static IAsyncEnumerable<KeyValuePair<TKey, TAccumulate>> AggregateBy<TLineage, TSource, TKey, TAccumulate>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector, TAccumulate seed, Func<TAccumulate, TSource, CancellationToken, ValueTask<TAccumulate>> func, IEqualityComparer<TKey>? keyComparer, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording
            ? AsyncAccumulation.Of(source, (keySelector, seed, func, keyComparer), static (records, state) => AsyncEnumerable.AggregateBy(records, state.keySelector, state.seed, state.func, state.keyComparer),
                static (records, state) => AsyncEnumerable.AggregateBy(
                    records, (record, cancellationToken) => state.keySelector(record.Value, cancellationToken), (_, _) => new ValueTask<Accumulated<TAccumulate>>(Accumulated<TAccumulate>.Seed(state.seed)),
                    (value, record, cancellationToken) => value.With(state.func(value.Value, record.Value, cancellationToken), record.Span), state.keyComparer), site)
            : AsyncEnumerable.AggregateBy(source, keySelector, seed, func, keyComparer);

    /// <summary>The woven form of <c>AsyncEnumerable.AggregateBy</c>: a value follows from every record of its key.</summary>
    public static IAsyncEnumerable<KeyValuePair<TKey, TAccumulate>> AggregateBy<TLineage, TSource, TKey, TAccumulate>(
        IAsyncEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TKey, TAccumulate> seedSelector, Func<TAccumulate, TSource, TAccumulate> func, IEqualityComparer<TKey>? keyComparer, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording
            ? AsyncAccumulation.Of(source, (keySelector, seedSelector, func, keyComparer), static (records, state) => AsyncEnumerable.AggregateBy(records, state.keySelector, state.seedSelector, state.func, state.keyComparer),
                static (records, state) => AsyncEnumerable.AggregateBy(
                    records, record => state.keySelector(record.Value), key => Accumulated<TAccumulate>.Seed(state.seedSelector(key)),
                    (value, record) => value.With(state.func(value.Value, record.Value), record.Span), state.keyComparer), site)
            : AsyncEnumerable.AggregateBy(source, keySelector, seedSelector, func, keyComparer);

    /// <summary>The woven form of <c>AsyncEnumerable.AggregateBy</c>: a value follows from every record of its key.</summary>
    public static IAsyncEnumerable<KeyValuePair<TKey, TAccumulate>> AggregateBy<TLineage, TSource, TKey, TAccumulate>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector, Func<TKey, CancellationToken, ValueTask<TAccumulate>> seedSelector, Func<TAccumulate, TSource, CancellationToken, ValueTask<TAccumulate>> func, IEqualityComparer<TKey>? keyComparer, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording
            ? AsyncAccumulation.Of(source, (keySelector, seedSelector, func, keyComparer), static (records, state) => AsyncEnumerable.AggregateBy(records, state.keySelector, state.seedSelector, state.func, state.keyComparer),
                static (records, state) => AsyncEnumerable.AggregateBy(
                    records, (record, cancellationToken) => state.keySelector(record.Value, cancellationToken), (key, cancellationToken) => Accumulated<TAccumulate>.Seed(state.seedSelector(key, cancellationToken)),
                    (value, record, cancellationToken) => value.With(state.func(value.Value, record.Value, cancellationToken), record.Span), state.keyComparer), site)
            : AsyncEnumerable.AggregateBy(source, keySelector, seedSelector, func, keyComparer);
}
