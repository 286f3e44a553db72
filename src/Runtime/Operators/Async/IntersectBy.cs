using Weft.Flows;
using Weft.Flows.Async;
using Weft.Operators;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.IntersectBy</c>: a result follows from a record of each sequence.</summary>
    public static IAsyncEnumerable<TSource> IntersectBy<TLineage, TSource, TKey>(
        IAsyncEnumerable<TSource> first, IAsyncEnumerable<TKey> second, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncWitnesses.Intersection(
                first, second, AsyncGroupBy.Later(keySelector), (keySelector, comparer), comparer, static (first, second, state) => AsyncEnumerable.IntersectBy(first, second, state.keySelector, state.comparer),
                static (records, keys, state, equal) => AsyncEnumerable.IntersectBy(records, keys, record => new Chosen<TKey>(state.keySelector(record.Value), 0), equal), site)
            : AsyncEnumerable.IntersectBy(first, second, keySelector, comparer);

    /// <summary>The woven form of <c>AsyncEnumerable.IntersectBy</c>: a result follows from a record of each sequence.</summary>
    public static IAsyncEnumerable<TSource> IntersectBy<TLineage, TSource, TKey>(
        IAsyncEnumerable<TSource> first, IAsyncEnumerable<TKey> second, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncWitnesses.Intersection(
                first, second, keySelector, (keySelector, comparer), comparer, static (first, second, state) => AsyncEnumerable.IntersectBy(first, second, state.keySelector, state.comparer),
                static (records, keys, state, equal) => AsyncEnumerable.IntersectBy(records, keys, async (record, cancellation) => new Chosen<TKey>(await state.keySelector(record.Value, cancellation), 0), equal), site)
            : AsyncEnumerable.IntersectBy(first, second, keySelector, comparer);
}
