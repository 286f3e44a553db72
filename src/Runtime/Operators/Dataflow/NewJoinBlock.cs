using System.Threading.Tasks.Dataflow;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>new JoinBlock</c>: a tuple follows from the message of each target.</summary>
    public static JoinBlock<T1, T2> NewJoinBlock<TLineage, T1, T2>(int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Dataflow.Join.Followed(new JoinBlock<T1, T2>(), site) : new JoinBlock<T1, T2>();

    /// <summary>The woven form of <c>new JoinBlock</c>: a tuple follows from the message of each target.</summary>
    public static JoinBlock<T1, T2> NewJoinBlock<TLineage, T1, T2>(GroupingDataflowBlockOptions dataflowBlockOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Dataflow.Join.Followed(new JoinBlock<T1, T2>(dataflowBlockOptions), site) : new JoinBlock<T1, T2>(dataflowBlockOptions);

    /// <summary>The woven form of <c>new JoinBlock</c>: a tuple follows from the message of each target.</summary>
    public static JoinBlock<T1, T2, T3> NewJoinBlock<TLineage, T1, T2, T3>(int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Dataflow.Join.Followed(new JoinBlock<T1, T2, T3>(), site) : new JoinBlock<T1, T2, T3>();

    /// <summary>The woven form of <c>new JoinBlock</c>: a tuple follows from the message of each target.</summary>
    public static JoinBlock<T1, T2, T3> NewJoinBlock<TLineage, T1, T2, T3>(GroupingDataflowBlockOptions dataflowBlockOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Dataflow.Join.Followed(new JoinBlock<T1, T2, T3>(dataflowBlockOptions), site) : new JoinBlock<T1, T2, T3>(dataflowBlockOptions);
}
