using System.Threading.Tasks.Dataflow;
using Weft.Dataflow;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>DataflowBlock.Encapsulate</c>: messages keep their spans.</summary>
    public static IPropagatorBlock<TInput, TOutput> Encapsulate<TLineage, TInput, TOutput>(ITargetBlock<TInput> target, ISourceBlock<TOutput> source, int site) where TLineage : struct, ILineage
    {
        _ = site;
        IPropagatorBlock<TInput, TOutput> block = DataflowBlock.Encapsulate(target, source);
        if (!TLineage.IsRecording) return block;
        if (Blocks.EntranceOf(target) is { } entrance) Blocks.Follow(block, entrance);
        if (Blocks.ExitOf(source) is { } exit) Blocks.Follow((object)block, exit);
        return block;
    }
}
