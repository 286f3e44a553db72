using System.Threading.Tasks.Dataflow;
using Weft.Dataflow;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>DataflowBlock.ReceiveAsync</c>, awaited on the spot in a method that puts what it receives into a collection or block.</summary>
    /// <param name="source">The block.</param>
    /// <param name="record">The message's record, or what <see cref="Received"/> finds it by.</param>
    /// <param name="site">The call's site.</param>
    public static Task<TOutput> ReceiveAsync<TLineage, TOutput>(ISourceBlock<TOutput> source, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => ReceiveAsync<TLineage, TOutput>(source, Timeout.InfiniteTimeSpan, CancellationToken.None, ref record, site);

    /// <summary>The woven form of <c>DataflowBlock.ReceiveAsync</c>, awaited on the spot in a method that puts what it receives into a collection or block.</summary>
    /// <param name="source">The block.</param>
    /// <param name="cancellationToken">As of the block.</param>
    /// <param name="record">The message's record, or what <see cref="Received"/> finds it by.</param>
    /// <param name="site">The call's site.</param>
    public static Task<TOutput> ReceiveAsync<TLineage, TOutput>(ISourceBlock<TOutput> source, CancellationToken cancellationToken, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => ReceiveAsync<TLineage, TOutput>(source, Timeout.InfiniteTimeSpan, cancellationToken, ref record, site);

    /// <summary>The woven form of <c>DataflowBlock.ReceiveAsync</c>, awaited on the spot in a method that puts what it receives into a collection or block.</summary>
    /// <param name="source">The block.</param>
    /// <param name="timeout">As of the block.</param>
    /// <param name="record">The message's record, or what <see cref="Received"/> finds it by.</param>
    /// <param name="site">The call's site.</param>
    public static Task<TOutput> ReceiveAsync<TLineage, TOutput>(ISourceBlock<TOutput> source, TimeSpan timeout, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => ReceiveAsync<TLineage, TOutput>(source, timeout, CancellationToken.None, ref record, site);

    /// <summary>The woven form of <c>DataflowBlock.ReceiveAsync</c>, awaited on the spot in a method that puts what it receives into a collection or block.</summary>
    /// <param name="source">The block.</param>
    /// <param name="timeout">As of the block.</param>
    /// <param name="cancellationToken">As of the block.</param>
    /// <param name="record">The message's record, or what <see cref="Received"/> finds it by.</param>
    /// <param name="site">The call's site.</param>
    public static Task<TOutput> ReceiveAsync<TLineage, TOutput>(ISourceBlock<TOutput> source, TimeSpan timeout, CancellationToken cancellationToken, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && Receiver<TOutput>.Of(source, site) is { } receiver) return receiver.Tell(receiver.ReceiveAsync(timeout, cancellationToken), ref record);
        if (TLineage.IsRecording) record = LoopRecord.Nothing(record);
        return source.ReceiveAsync(timeout, cancellationToken);
    }
}
