using System.Threading.Tasks.Dataflow;
using Weft.Dataflow;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>new BatchedJoinBlock</c>: a tuple follows from every message; messages keep their spans in its lists.</summary>
    public static BatchedJoinBlock<T1, T2> NewBatchedJoinBlock<TLineage, T1, T2>(int batchSize, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? BatchedJoin.Followed(new BatchedJoinBlock<T1, T2>(batchSize), site) : new BatchedJoinBlock<T1, T2>(batchSize);

    /// <summary>The woven form of <c>new BatchedJoinBlock</c>: a tuple follows from every message; messages keep their spans in its lists.</summary>
    public static BatchedJoinBlock<T1, T2> NewBatchedJoinBlock<TLineage, T1, T2>(int batchSize, GroupingDataflowBlockOptions dataflowBlockOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? BatchedJoin.Followed(new BatchedJoinBlock<T1, T2>(batchSize, dataflowBlockOptions), site) : new BatchedJoinBlock<T1, T2>(batchSize, dataflowBlockOptions);

    /// <summary>The woven form of <c>new BatchedJoinBlock</c>: a tuple follows from every message; messages keep their spans in its lists.</summary>
    public static BatchedJoinBlock<T1, T2, T3> NewBatchedJoinBlock<TLineage, T1, T2, T3>(int batchSize, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? BatchedJoin.Followed(new BatchedJoinBlock<T1, T2, T3>(batchSize), site) : new BatchedJoinBlock<T1, T2, T3>(batchSize);

    /// <summary>The woven form of <c>new BatchedJoinBlock</c>: a tuple follows from every message; messages keep their spans in its lists.</summary>
    public static BatchedJoinBlock<T1, T2, T3> NewBatchedJoinBlock<TLineage, T1, T2, T3>(int batchSize, GroupingDataflowBlockOptions dataflowBlockOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? BatchedJoin.Followed(new BatchedJoinBlock<T1, T2, T3>(batchSize, dataflowBlockOptions), site) : new BatchedJoinBlock<T1, T2, T3>(batchSize, dataflowBlockOptions);
}
