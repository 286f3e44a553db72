using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.Distinct</c>: a record of its value passes, or a result follows from all of them.</summary>
    public static ParallelQuery<TSource> Distinct<TLineage, TSource>(ParallelQuery<TSource> source, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.Distinct(source);
        return TLineage.IsRecording ? ParallelSets.Of(query, source, null, new DistinctOperation<TSource>(), site) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Distinct</c>: a record of its value passes, or a result follows from all of them.</summary>
    public static ParallelQuery<TSource> Distinct<TLineage, TSource>(ParallelQuery<TSource> source, IEqualityComparer<TSource>? comparer, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.Distinct(source, comparer);
        return TLineage.IsRecording ? ParallelSets.Of(query, source, comparer, new DistinctOperation<TSource>(), site) : query;
    }
}
