using System.Threading.Tasks.Dataflow;
using Weft.Dataflow;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>new WriteOnceBlock</c>: messages keep their spans, clones too.</summary>
    public static WriteOnceBlock<T> NewWriteOnceBlock<TLineage, T>(Func<T, T>? cloningFunction, int site) where TLineage : struct, ILineage
    {
        _ = site;
        var block = new WriteOnceBlock<T>(cloningFunction);
        return TLineage.IsRecording ? Blocks.Followed(block, one => _ = new WriteOnce<T>(one)) : block;
    }

    /// <summary>The woven form of <c>new WriteOnceBlock</c>: messages keep their spans, clones too.</summary>
    public static WriteOnceBlock<T> NewWriteOnceBlock<TLineage, T>(Func<T, T>? cloningFunction, DataflowBlockOptions dataflowBlockOptions, int site) where TLineage : struct, ILineage
    {
        _ = site;
        var block = new WriteOnceBlock<T>(cloningFunction, dataflowBlockOptions);
        return TLineage.IsRecording ? Blocks.Followed(block, one => _ = new WriteOnce<T>(one)) : block;
    }
}
