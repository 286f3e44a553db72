using System.Threading.Tasks.Dataflow;
using Weft.Dataflow;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>new BufferBlock</c>: messages keep their spans.</summary>
    public static BufferBlock<T> NewBufferBlock<TLineage, T>(int site) where TLineage : struct, ILineage
    {
        _ = site;
        return TLineage.IsRecording ? Blocks.Followed(new BufferBlock<T>(), FollowBuffer) : new BufferBlock<T>();
    }

    /// <summary>The woven form of <c>new BufferBlock</c>: messages keep their spans.</summary>
    public static BufferBlock<T> NewBufferBlock<TLineage, T>(DataflowBlockOptions dataflowBlockOptions, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return TLineage.IsRecording ? Blocks.Followed(new BufferBlock<T>(dataflowBlockOptions), FollowBuffer) : new BufferBlock<T>(dataflowBlockOptions);
    }

    private static void FollowBuffer<T>(BufferBlock<T> block)
    {
        var exit = new QueueExit(PrivateMembers.Get(block, "_source"));
        Blocks.Follow(block, new QueueEntrance(exit));
        Blocks.Follow(block, exit);
    }
}
