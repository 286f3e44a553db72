using System.Threading.Tasks.Dataflow;
using Weft.Capture;

namespace Weft.Dataflow;

/// <summary>The delegate of a transform block: its result follows from its message.</summary>
internal sealed class FollowedTransform<TInput, TOutput>(int site)
{
    private readonly Lanes _lanes = new("TransformBlock");
    private readonly int _step = Steps.Intern(site);
    private Results? _results; // null where the block is not known

    /// <summary>The delegate, telling of its results.</summary>
    internal Func<TInput, TOutput> Around(Func<TInput, TOutput> transform) => value =>
    {
        Handling handling = Handling.Current;
        TOutput result = _lanes.Run(transform, value, handling.Span);
        _results?.AddReturned(Results.Derive(_step, handling.Span), handling.Id);
        return result;
    };

    /// <summary>The delegate, telling of its results.</summary>
    // What is told of a task that then fails is told anew of the next one that does not.
    internal Func<TInput, Task<TOutput>> Around(Func<TInput, Task<TOutput>> transform) => value =>
    {
        Handling handling = Handling.Current;
        Task<TOutput> task = _lanes.Begin(transform, value, handling.Span);
        if (task is null || _results is not { } results) return task!;
        ulong span = Results.Derive(_step, handling.Span);
        if (results.Order == ResultOrder.AsTheyCome) return UnorderedTask<TOutput>.Of(task, results, span);
        results.Add(span, handling.Id);
        return task;
    };

    /// <summary>Follows the block that has the delegate.</summary>
    internal void Follow(TransformBlock<TInput, TOutput> block)
    {
        var results = new Results(block);
        _lanes.IsSequential = results.Order == ResultOrder.Sequential;
        var entrance = new ExecutionEntrance<TInput>(PrivateMembers.Get(block, "_target"), results.Order == ResultOrder.Sequential, site);
        if (results.Order == ResultOrder.Restored) results.Watch<TOutput>((_, message) => results.GiveOut(message));
        Blocks.Follow(block, entrance);
        Blocks.Follow((object)block, results.Exit);
        _results = results;
    }
}
