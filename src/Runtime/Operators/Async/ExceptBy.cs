using Weft.Flows.Async;
using Weft.Operators;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.ExceptBy</c>: records of the first sequence pass with their spans.</summary>
    public static IAsyncEnumerable<TSource> ExceptBy<TLineage, TSource, TKey>(
        IAsyncEnumerable<TSource> first, IAsyncEnumerable<TKey> second, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncWitnesses.Of(first, AsyncGroupBy.Later(keySelector), (second, keySelector, comparer), comparer, static (records, state) => AsyncEnumerable.ExceptBy(records, state.second, state.keySelector, state.comparer), site, second)
            : AsyncEnumerable.ExceptBy(first, second, keySelector, comparer);

    /// <summary>The woven form of <c>AsyncEnumerable.ExceptBy</c>: records of the first sequence pass with their spans.</summary>
    public static IAsyncEnumerable<TSource> ExceptBy<TLineage, TSource, TKey>(
        IAsyncEnumerable<TSource> first, IAsyncEnumerable<TKey> second, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncWitnesses.Of(first, keySelector, (second, keySelector, comparer), comparer, static (records, state) => AsyncEnumerable.ExceptBy(records, state.second, state.keySelector, state.comparer), site, second)
            : AsyncEnumerable.ExceptBy(first, second, keySelector, comparer);
}
