using System.Threading.Tasks.Dataflow;
using Weft.Dataflow;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>new BatchBlock</c>: a batch follows from every message; messages keep their spans in it.</summary>
    public static BatchBlock<T> NewBatchBlock<TLineage, T>(int batchSize, int site) where TLineage : struct, ILineage
    {
        var block = new BatchBlock<T>(batchSize);
        return TLineage.IsRecording ? Blocks.Followed(block, one => _ = new BatchEntrance<T>(one, site)) : block;
    }

    /// <summary>The woven form of <c>new BatchBlock</c>: a batch follows from every message; messages keep their spans in it.</summary>
    public static BatchBlock<T> NewBatchBlock<TLineage, T>(int batchSize, GroupingDataflowBlockOptions dataflowBlockOptions, int site) where TLineage : struct, ILineage
    {
        var block = new BatchBlock<T>(batchSize, dataflowBlockOptions);
        return TLineage.IsRecording ? Blocks.Followed(block, one => _ = new BatchEntrance<T>(one, site)) : block;
    }
}
