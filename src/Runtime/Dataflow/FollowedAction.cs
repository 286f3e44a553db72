using System.Threading.Tasks.Dataflow;

namespace Weft.Dataflow;

/// <summary>The delegate of an action block, each call of it in the execution unit of its message.</summary>
internal sealed class FollowedAction<T>(int site)
{
    private readonly Lanes _lanes = new("ActionBlock");

    /// <summary>The delegate with the units around it.</summary>
    internal Action<T> Around(Action<T> action) => value => _lanes.Run(action, value, Handling.Current.Span);

    /// <summary>The delegate with the units around it.</summary>
    internal Func<T, Task> Around(Func<T, Task> action) => value => _lanes.Begin(action, value, Handling.Current.Span);

    /// <summary>The options with which the block numbers its messages: one of a single producer does not, and is only faster.</summary>
    internal static ExecutionDataflowBlockOptions Numbering(ExecutionDataflowBlockOptions options) => options is not { SingleProducerConstrained: true } ? options : new ExecutionDataflowBlockOptions
    {
        BoundedCapacity = options.BoundedCapacity,
        CancellationToken = options.CancellationToken,
        EnsureOrdered = options.EnsureOrdered,
        MaxDegreeOfParallelism = options.MaxDegreeOfParallelism,
        MaxMessagesPerTask = options.MaxMessagesPerTask,
        NameFormat = options.NameFormat,
        TaskScheduler = options.TaskScheduler,
    };

    /// <summary>Follows the block that has the delegate.</summary>
    internal void Follow(ActionBlock<T> block)
    {
        object core = PrivateMembers.Get(block, "_defaultTarget");
        bool isSequential = ((ExecutionDataflowBlockOptions)PrivateMembers.Get(core, "_dataflowBlockOptions")).MaxDegreeOfParallelism == 1;
        _lanes.IsSequential = isSequential;
        Blocks.Follow(block, new ExecutionEntrance<T>(core, isSequential, site));
    }
}
