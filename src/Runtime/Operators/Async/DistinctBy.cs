using Weft.Flows.Async;
using Weft.Operators;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.DistinctBy</c>: the first record of its key passes.</summary>
    public static IAsyncEnumerable<TSource> DistinctBy<TLineage, TSource, TKey>(
        IAsyncEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncWitnesses.Of(source, AsyncGroupBy.Later(keySelector), (keySelector, comparer), comparer, static (records, state) => AsyncEnumerable.DistinctBy(records, state.keySelector, state.comparer), site)
            : AsyncEnumerable.DistinctBy(source, keySelector, comparer);

    /// <summary>The woven form of <c>AsyncEnumerable.DistinctBy</c>: the first record of its key passes.</summary>
    public static IAsyncEnumerable<TSource> DistinctBy<TLineage, TSource, TKey>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncWitnesses.Of(source, keySelector, (keySelector, comparer), comparer, static (records, state) => AsyncEnumerable.DistinctBy(records, state.keySelector, state.comparer), site)
            : AsyncEnumerable.DistinctBy(source, keySelector, comparer);
}
