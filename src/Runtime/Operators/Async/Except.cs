using Weft.Flows.Async;
using Weft.Operators;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.Except</c>: records of the first sequence pass with their spans.</summary>
    public static IAsyncEnumerable<TSource> Except<TLineage, TSource>(
        IAsyncEnumerable<TSource> first, IAsyncEnumerable<TSource> second, IEqualityComparer<TSource>? comparer, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncWitnesses.Of(first, AsyncGroupBy.Itself, (second, comparer), comparer, static (records, state) => AsyncEnumerable.Except(records, state.second, state.comparer), site, second)
            : AsyncEnumerable.Except(first, second, comparer);
}
