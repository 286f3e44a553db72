using System.Threading.Tasks.Dataflow;
using Weft.Dataflow;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>new BroadcastBlock</c>: messages keep their spans, clones too.</summary>
    public static BroadcastBlock<T> NewBroadcastBlock<TLineage, T>(Func<T, T>? cloningFunction, int site) where TLineage : struct, ILineage
    {
        _ = site;
        var block = new BroadcastBlock<T>(cloningFunction);
        return TLineage.IsRecording ? Blocks.Followed(block, one => _ = new Broadcast<T>(one)) : block;
    }

    /// <summary>The woven form of <c>new BroadcastBlock</c>: messages keep their spans, clones too.</summary>
    public static BroadcastBlock<T> NewBroadcastBlock<TLineage, T>(Func<T, T>? cloningFunction, DataflowBlockOptions dataflowBlockOptions, int site) where TLineage : struct, ILineage
    {
        _ = site;
        var block = new BroadcastBlock<T>(cloningFunction, dataflowBlockOptions);
        return TLineage.IsRecording ? Blocks.Followed(block, one => _ = new Broadcast<T>(one)) : block;
    }
}
