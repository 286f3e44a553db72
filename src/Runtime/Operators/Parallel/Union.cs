using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.Union</c>: a record of its value passes, or a result follows from all of them.</summary>
    public static ParallelQuery<TSource> Union<TLineage, TSource>(ParallelQuery<TSource> first, ParallelQuery<TSource> second, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.Union(first, second);
        return TLineage.IsRecording ? ParallelSets.Union(query, first, second, null, site) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Union</c>: a record of its value passes, or a result follows from all of them.</summary>
    public static ParallelQuery<TSource> Union<TLineage, TSource>(ParallelQuery<TSource> first, ParallelQuery<TSource> second, IEqualityComparer<TSource>? comparer, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.Union(first, second, comparer);
        return TLineage.IsRecording ? ParallelSets.Union(query, first, second, comparer, site) : query;
    }
}
