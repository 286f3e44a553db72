using Weft.Flows.Async;
using Weft.Operators;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.Union</c>: the first record of its value passes.</summary>
    public static IAsyncEnumerable<TSource> Union<TLineage, TSource>(
        IAsyncEnumerable<TSource> first, IAsyncEnumerable<TSource> second, IEqualityComparer<TSource>? comparer, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncWitnesses.Of(first, second, AsyncGroupBy.Itself, comparer, comparer, static (first, second, comparer) => AsyncEnumerable.Union(first, second, comparer), site)
            : AsyncEnumerable.Union(first, second, comparer);
}
