using System.Threading.Tasks.Dataflow;
using Weft.Dataflow;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>DataflowBlock.SendAsync</c>: the message follows from the current record; where there is none, it is a root of the call.</summary>
    public static Task<bool> SendAsync<TLineage, TInput>(ITargetBlock<TInput> target, TInput item, int site) where TLineage : struct, ILineage
        => SendAsync<TLineage, TInput>(target, item, CancellationToken.None, default, site);

    /// <summary>The woven form of <c>DataflowBlock.SendAsync</c> in the body of a loop: the message follows from the record that the loop is at.</summary>
    public static Task<bool> SendAsync<TLineage, TInput>(ITargetBlock<TInput> target, TInput item, LoopRecord record, int site) where TLineage : struct, ILineage
        => SendAsync<TLineage, TInput>(target, item, CancellationToken.None, record, site);

    /// <summary>The woven form of <c>DataflowBlock.SendAsync</c>: the message follows from the current record; where there is none, it is a root of the call.</summary>
    public static Task<bool> SendAsync<TLineage, TInput>(ITargetBlock<TInput> target, TInput item, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => SendAsync<TLineage, TInput>(target, item, cancellationToken, default, site);

    /// <summary>The woven form of <c>DataflowBlock.SendAsync</c> in the body of a loop: the message follows from the record that the loop is at.</summary>
    public static Task<bool> SendAsync<TLineage, TInput>(ITargetBlock<TInput> target, TInput item, CancellationToken cancellationToken, LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && Blocks.EntranceOf(target) is { } entrance
            ? Sent.SendAsync(target, entrance, item, cancellationToken, record, site)
            : target.SendAsync(item, cancellationToken);
}
