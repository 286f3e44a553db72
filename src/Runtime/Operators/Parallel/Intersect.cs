using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.Intersect</c>: a result follows from a record of its value in either query, or from all of them.</summary>
    public static ParallelQuery<TSource> Intersect<TLineage, TSource>(ParallelQuery<TSource> first, ParallelQuery<TSource> second, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.Intersect(first, second);
        return TLineage.IsRecording ? ParallelSets.Intersect(query, first, second, null, site) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Intersect</c>: a result follows from a record of its value in either query, or from all of them.</summary>
    public static ParallelQuery<TSource> Intersect<TLineage, TSource>(ParallelQuery<TSource> first, ParallelQuery<TSource> second, IEqualityComparer<TSource>? comparer, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.Intersect(first, second, comparer);
        return TLineage.IsRecording ? ParallelSets.Intersect(query, first, second, comparer, site) : query;
    }
}
