using System.Threading.Tasks.Dataflow;
using Weft.Dataflow;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>new ActionBlock</c>: while the delegate runs, its message is the current record.</summary>
    public static ActionBlock<TInput> NewActionBlock<TLineage, TInput>(Action<TInput> action, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || action is null) return new ActionBlock<TInput>(action!);
        var followed = new FollowedAction<TInput>(site);
        return Blocks.Followed(new ActionBlock<TInput>(followed.Around(action)), followed.Follow);
    }

    /// <summary>The woven form of <c>new ActionBlock</c>: while the delegate runs, its message is the current record.</summary>
    public static ActionBlock<TInput> NewActionBlock<TLineage, TInput>(Action<TInput> action, ExecutionDataflowBlockOptions dataflowBlockOptions, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || action is null) return new ActionBlock<TInput>(action!, dataflowBlockOptions);
        var followed = new FollowedAction<TInput>(site);
        return Blocks.Followed(new ActionBlock<TInput>(followed.Around(action), FollowedAction<TInput>.Numbering(dataflowBlockOptions)), followed.Follow);
    }

    /// <summary>The woven form of <c>new ActionBlock</c>: while the delegate runs, its message is the current record.</summary>
    public static ActionBlock<TInput> NewActionBlock<TLineage, TInput>(Func<TInput, Task> action, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || action is null) return new ActionBlock<TInput>(action!);
        var followed = new FollowedAction<TInput>(site);
        return Blocks.Followed(new ActionBlock<TInput>(followed.Around(action)), followed.Follow);
    }

    /// <summary>The woven form of <c>new ActionBlock</c>: while the delegate runs, its message is the current record.</summary>
    public static ActionBlock<TInput> NewActionBlock<TLineage, TInput>(Func<TInput, Task> action, ExecutionDataflowBlockOptions dataflowBlockOptions, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || action is null) return new ActionBlock<TInput>(action!, dataflowBlockOptions);
        var followed = new FollowedAction<TInput>(site);
        return Blocks.Followed(new ActionBlock<TInput>(followed.Around(action), FollowedAction<TInput>.Numbering(dataflowBlockOptions)), followed.Follow);
    }
}
