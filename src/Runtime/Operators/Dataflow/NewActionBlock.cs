using System.Threading.Tasks.Dataflow;
using Weft.Dataflow;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>new ActionBlock</c>: while the delegate runs, its message is the current record.</summary>
    public static ActionBlock<TInput> NewActionBlock<TLineage, TInput>(Action<TInput> action, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && action is not null
            ? Blocks.Followed(new ActionBlock<TInput>(new FollowedAction<TInput>().Around(action)), block => FollowedAction<TInput>.Follow(block, site))
            : new ActionBlock<TInput>(action!);

    /// <summary>The woven form of <c>new ActionBlock</c>: while the delegate runs, its message is the current record.</summary>
    public static ActionBlock<TInput> NewActionBlock<TLineage, TInput>(Action<TInput> action, ExecutionDataflowBlockOptions dataflowBlockOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && action is not null
            ? Blocks.Followed(new ActionBlock<TInput>(new FollowedAction<TInput>().Around(action), FollowedAction<TInput>.Numbering(dataflowBlockOptions)), block => FollowedAction<TInput>.Follow(block, site))
            : new ActionBlock<TInput>(action!, dataflowBlockOptions);

    /// <summary>The woven form of <c>new ActionBlock</c>: while the delegate runs, its message is the current record.</summary>
    public static ActionBlock<TInput> NewActionBlock<TLineage, TInput>(Func<TInput, Task> action, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && action is not null
            ? Blocks.Followed(new ActionBlock<TInput>(new FollowedAction<TInput>().Around(action)), block => FollowedAction<TInput>.Follow(block, site))
            : new ActionBlock<TInput>(action!);

    /// <summary>The woven form of <c>new ActionBlock</c>: while the delegate runs, its message is the current record.</summary>
    public static ActionBlock<TInput> NewActionBlock<TLineage, TInput>(Func<TInput, Task> action, ExecutionDataflowBlockOptions dataflowBlockOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && action is not null
            ? Blocks.Followed(new ActionBlock<TInput>(new FollowedAction<TInput>().Around(action), FollowedAction<TInput>.Numbering(dataflowBlockOptions)), block => FollowedAction<TInput>.Follow(block, site))
            : new ActionBlock<TInput>(action!, dataflowBlockOptions);
}
