using Weft.Flows.Async;
using Weft.Operators;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.UnionBy</c>: the first record of its key passes.</summary>
    public static IAsyncEnumerable<TSource> UnionBy<TLineage, TSource, TKey>(
        IAsyncEnumerable<TSource> first, IAsyncEnumerable<TSource> second, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncWitnesses.Of(first, second, AsyncGroupBy.Later(keySelector), (keySelector, comparer), comparer, static (first, second, state) => AsyncEnumerable.UnionBy(first, second, state.keySelector, state.comparer), site)
            : AsyncEnumerable.UnionBy(first, second, keySelector, comparer);

    /// <summary>The woven form of <c>AsyncEnumerable.UnionBy</c>: the first record of its key passes.</summary>
    public static IAsyncEnumerable<TSource> UnionBy<TLineage, TSource, TKey>(
        IAsyncEnumerable<TSource> first, IAsyncEnumerable<TSource> second, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncWitnesses.Of(first, second, keySelector, (keySelector, comparer), comparer, static (first, second, state) => AsyncEnumerable.UnionBy(first, second, state.keySelector, state.comparer), site)
            : AsyncEnumerable.UnionBy(first, second, keySelector, comparer);
}
