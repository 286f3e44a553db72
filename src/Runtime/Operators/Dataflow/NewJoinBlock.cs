using System.Threading.Tasks.Dataflow;
using Weft.Dataflow;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>new JoinBlock</c>: a tuple follows from the message of each target.</summary>
    public static JoinBlock<T1, T2> NewJoinBlock<TLineage, T1, T2>(int site) where TLineage : struct, ILineage
    {
        var block = new JoinBlock<T1, T2>();
        return TLineage.IsRecording ? Blocks.Followed(block, one =>
        {
            var join = new Join(one, site);
            join.Follow<T1>(one.Target1);
            join.Follow<T2>(one.Target2);
        }) : block;
    }

    /// <summary>The woven form of <c>new JoinBlock</c>: a tuple follows from the message of each target.</summary>
    public static JoinBlock<T1, T2> NewJoinBlock<TLineage, T1, T2>(GroupingDataflowBlockOptions dataflowBlockOptions, int site) where TLineage : struct, ILineage
    {
        var block = new JoinBlock<T1, T2>(dataflowBlockOptions);
        return TLineage.IsRecording ? Blocks.Followed(block, one =>
        {
            var join = new Join(one, site);
            join.Follow<T1>(one.Target1);
            join.Follow<T2>(one.Target2);
        }) : block;
    }

    /// <summary>The woven form of <c>new JoinBlock</c>: a tuple follows from the message of each target.</summary>
    public static JoinBlock<T1, T2, T3> NewJoinBlock<TLineage, T1, T2, T3>(int site) where TLineage : struct, ILineage
    {
        var block = new JoinBlock<T1, T2, T3>();
        return TLineage.IsRecording ? Blocks.Followed(block, one =>
        {
            var join = new Join(one, site);
            join.Follow<T1>(one.Target1);
            join.Follow<T2>(one.Target2);
            join.Follow<T3>(one.Target3);
        }) : block;
    }

    /// <summary>The woven form of <c>new JoinBlock</c>: a tuple follows from the message of each target.</summary>
    public static JoinBlock<T1, T2, T3> NewJoinBlock<TLineage, T1, T2, T3>(GroupingDataflowBlockOptions dataflowBlockOptions, int site) where TLineage : struct, ILineage
    {
        var block = new JoinBlock<T1, T2, T3>(dataflowBlockOptions);
        return TLineage.IsRecording ? Blocks.Followed(block, one =>
        {
            var join = new Join(one, site);
            join.Follow<T1>(one.Target1);
            join.Follow<T2>(one.Target2);
            join.Follow<T3>(one.Target3);
        }) : block;
    }
}
