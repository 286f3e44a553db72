using System.Threading.Tasks.Dataflow;
using Weft.Dataflow;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>DataflowBlock.ReceiveAllAsync</c>: the messages as they came out of the block.</summary>
    public static IAsyncEnumerable<TOutput> ReceiveAllAsync<TLineage, TOutput>(IReceivableSourceBlock<TOutput> source, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && Blocks.ExitOf(source) is { } exit ? new ReceivedFlow<TOutput>(source, exit, cancellationToken, site) : source.ReceiveAllAsync(cancellationToken);
}
