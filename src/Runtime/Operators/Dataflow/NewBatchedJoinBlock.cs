using System.Threading.Tasks.Dataflow;
using Weft.Dataflow;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>new BatchedJoinBlock</c>: a tuple follows from every message; messages keep their spans in its lists.</summary>
    public static BatchedJoinBlock<T1, T2> NewBatchedJoinBlock<TLineage, T1, T2>(int batchSize, int site) where TLineage : struct, ILineage
    {
        var block = new BatchedJoinBlock<T1, T2>(batchSize);
        return TLineage.IsRecording ? Blocks.Followed(block, one =>
        {
            var join = new BatchedJoin(one, site);
            join.Follow<T1>(one.Target1);
            join.Follow<T2>(one.Target2);
        }) : block;
    }

    /// <summary>The woven form of <c>new BatchedJoinBlock</c>: a tuple follows from every message; messages keep their spans in its lists.</summary>
    public static BatchedJoinBlock<T1, T2> NewBatchedJoinBlock<TLineage, T1, T2>(int batchSize, GroupingDataflowBlockOptions dataflowBlockOptions, int site) where TLineage : struct, ILineage
    {
        var block = new BatchedJoinBlock<T1, T2>(batchSize, dataflowBlockOptions);
        return TLineage.IsRecording ? Blocks.Followed(block, one =>
        {
            var join = new BatchedJoin(one, site);
            join.Follow<T1>(one.Target1);
            join.Follow<T2>(one.Target2);
        }) : block;
    }

    /// <summary>The woven form of <c>new BatchedJoinBlock</c>: a tuple follows from every message; messages keep their spans in its lists.</summary>
    public static BatchedJoinBlock<T1, T2, T3> NewBatchedJoinBlock<TLineage, T1, T2, T3>(int batchSize, int site) where TLineage : struct, ILineage
    {
        var block = new BatchedJoinBlock<T1, T2, T3>(batchSize);
        return TLineage.IsRecording ? Blocks.Followed(block, one =>
        {
            var join = new BatchedJoin(one, site);
            join.Follow<T1>(one.Target1);
            join.Follow<T2>(one.Target2);
            join.Follow<T3>(one.Target3);
        }) : block;
    }

    /// <summary>The woven form of <c>new BatchedJoinBlock</c>: a tuple follows from every message; messages keep their spans in its lists.</summary>
    public static BatchedJoinBlock<T1, T2, T3> NewBatchedJoinBlock<TLineage, T1, T2, T3>(int batchSize, GroupingDataflowBlockOptions dataflowBlockOptions, int site) where TLineage : struct, ILineage
    {
        var block = new BatchedJoinBlock<T1, T2, T3>(batchSize, dataflowBlockOptions);
        return TLineage.IsRecording ? Blocks.Followed(block, one =>
        {
            var join = new BatchedJoin(one, site);
            join.Follow<T1>(one.Target1);
            join.Follow<T2>(one.Target2);
            join.Follow<T3>(one.Target3);
        }) : block;
    }
}
