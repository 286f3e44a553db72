using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.Except</c>: a record of its value passes, or a result follows from all of them.</summary>
    public static ParallelQuery<TSource> Except<TLineage, TSource>(ParallelQuery<TSource> first, ParallelQuery<TSource> second, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.Except(first, second);
        return TLineage.IsRecording ? ParallelSets.Of(query, first, null, new ExceptOperation<TSource>(second), site) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Except</c>: a record of its value passes, or a result follows from all of them.</summary>
    public static ParallelQuery<TSource> Except<TLineage, TSource>(ParallelQuery<TSource> first, ParallelQuery<TSource> second, IEqualityComparer<TSource>? comparer, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.Except(first, second, comparer);
        return TLineage.IsRecording ? ParallelSets.Of(query, first, comparer, new ExceptOperation<TSource>(second), site) : query;
    }
}
