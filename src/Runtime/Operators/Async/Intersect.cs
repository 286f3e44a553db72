using Weft.Flows.Async;
using Weft.Operators;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.Intersect</c>: a result follows from a record of each sequence.</summary>
    public static IAsyncEnumerable<TSource> Intersect<TLineage, TSource>(
        IAsyncEnumerable<TSource> first, IAsyncEnumerable<TSource> second, IEqualityComparer<TSource>? comparer, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncWitnesses.Intersection(
                first, second, AsyncGroupBy.Itself, comparer, comparer, static (first, second, comparer) => AsyncEnumerable.Intersect(first, second, comparer),
                static (records, keys, _, equal) => AsyncEnumerable.Intersect(records, keys, equal), site)
            : AsyncEnumerable.Intersect(first, second, comparer);
}
