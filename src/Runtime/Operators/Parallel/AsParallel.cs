using System.Collections;
using System.Collections.Concurrent;
using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.AsParallel</c>: the sequence's records, with their spans or as roots.</summary>
    public static ParallelQuery<TSource> AsParallel<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.AsParallel(source);
        return TLineage.IsRecording ? ParallelFlows.With(query, new ParallelSourceFlow<TSource>(source, site)) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.AsParallel</c>: each record is a root.</summary>
    public static ParallelQuery<TSource> AsParallel<TLineage, TSource>(Partitioner<TSource> source, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.AsParallel(source);
        return TLineage.IsRecording ? ParallelFlows.With(query, new ParallelPartitionerFlow<TSource>(source, site)) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.AsParallel</c>: the sequence's records, with their spans or as roots.</summary>
    public static ParallelQuery AsParallel<TLineage>(IEnumerable source, int site) where TLineage : struct, ILineage
    {
        ParallelQuery query = ParallelEnumerable.AsParallel(source);
        return TLineage.IsRecording ? ParallelFlows.With(query, new ParallelObjectsFlow(source, site)) : query;
    }
}
