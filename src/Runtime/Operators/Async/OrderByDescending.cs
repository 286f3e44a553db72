using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.OrderByDescending</c>: records pass with their spans.</summary>
    public static IOrderedAsyncEnumerable<TSource> OrderByDescending<TLineage, TSource, TKey>(
        IAsyncEnumerable<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncOrdered.Of(source, (keySelector, comparer), static (records, state) => AsyncEnumerable.OrderByDescending(records, state.keySelector, state.comparer),
                static (records, state) => AsyncEnumerable.OrderByDescending(records, record => state.keySelector(record.Value), state.comparer), site)
            : AsyncEnumerable.OrderByDescending(source, keySelector, comparer);

    /// <summary>The woven form of <c>AsyncEnumerable.OrderByDescending</c>: records pass with their spans.</summary>
    public static IOrderedAsyncEnumerable<TSource> OrderByDescending<TLineage, TSource, TKey>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector, IComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncOrdered.Of(source, (keySelector, comparer), static (records, state) => AsyncEnumerable.OrderByDescending(records, state.keySelector, state.comparer),
                static (records, state) => AsyncEnumerable.OrderByDescending(records, (record, cancellationToken) => state.keySelector(record.Value, cancellationToken), state.comparer), site)
            : AsyncEnumerable.OrderByDescending(source, keySelector, comparer);
}
