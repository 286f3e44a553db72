using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.CountBy</c>: a count follows from every record of its key.</summary>
    public static IAsyncEnumerable<KeyValuePair<TKey, int>> CountBy<TLineage, TSource, TKey>(
        IAsyncEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? keyComparer, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording
            ? AsyncAccumulation.Of(source, (keySelector, keyComparer), static (records, state) => AsyncEnumerable.CountBy(records, state.keySelector, state.keyComparer),
                static (records, state) => AsyncEnumerable.AggregateBy(
                    records, record => state.keySelector(record.Value), static _ => Accumulated<int>.Seed(0), static (count, record) => count.With(checked(count.Value + 1), record.Span), state.keyComparer), site)
            : AsyncEnumerable.CountBy(source, keySelector, keyComparer);

    /// <summary>The woven form of <c>AsyncEnumerable.CountBy</c>: a count follows from every record of its key.</summary>
    public static IAsyncEnumerable<KeyValuePair<TKey, int>> CountBy<TLineage, TSource, TKey>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector, IEqualityComparer<TKey>? keyComparer, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording
            ? AsyncAccumulation.Of(source, (keySelector, keyComparer), static (records, state) => AsyncEnumerable.CountBy(records, state.keySelector, state.keyComparer),
                static (records, state) => AsyncEnumerable.AggregateBy(
                    records, (record, cancellationToken) => state.keySelector(record.Value, cancellationToken), static (_, _) => new ValueTask<Accumulated<int>>(Accumulated<int>.Seed(0)),
                    static (count, record, _) => new ValueTask<Accumulated<int>>(count.With(checked(count.Value + 1), record.Span)), state.keyComparer), site)
            : AsyncEnumerable.CountBy(source, keySelector, keyComparer);
}
