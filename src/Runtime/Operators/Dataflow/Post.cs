using System.Threading.Tasks.Dataflow;
using Weft.Dataflow;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>DataflowBlock.Post</c>: the message follows from the current record; where there is none, it is a root of the call.</summary>
    public static bool Post<TLineage, TInput>(ITargetBlock<TInput> target, TInput item, int site) where TLineage : struct, ILineage
        => Post<TLineage, TInput>(target, item, default, site);

    /// <summary>The woven form of <c>DataflowBlock.Post</c> in the body of a loop: the message follows from the record that the loop is at.</summary>
    public static bool Post<TLineage, TInput>(ITargetBlock<TInput> target, TInput item, LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && Blocks.EntranceOf(target) is { } entrance ? Sent.Post(target, entrance, item, record, site) : target.Post(item);

    /// <summary>The woven form of <see cref="ActionBlock{TInput}.Post"/>: the message follows from the current record; where there is none, it is a root of the call.</summary>
    public static bool Post<TLineage, TInput>(ActionBlock<TInput> target, TInput item, int site) where TLineage : struct, ILineage
        => Post<TLineage, TInput>(target, item, default, site);

    /// <summary>The woven form of <see cref="ActionBlock{TInput}.Post"/> in the body of a loop: the message follows from the record that the loop is at.</summary>
    public static bool Post<TLineage, TInput>(ActionBlock<TInput> target, TInput item, LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && Blocks.EntranceOf(target) is { } entrance ? Sent.Post(target, entrance, item, record, site) : target.Post(item);
}
