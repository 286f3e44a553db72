using System.Threading.Tasks.Dataflow;

namespace Weft.Dataflow;

/// <summary>The delegate of a block with any number of results for a message: each follows from the message, and from the record in the delegate's sequence.</summary>
internal sealed class FollowedTransformMany<TInput, TOutput>(int site)
{
    private readonly Lanes _lanes = new("TransformManyBlock");
    private Results? _results; // null where the block is not known

    /// <summary>The delegate, telling of its results.</summary>
    internal Func<TInput, IEnumerable<TOutput>> Around(Func<TInput, IEnumerable<TOutput>> transform) => value =>
    {
        Handling handling = Handling.Current;
        return Of(_lanes.Begin(transform, value, handling.Span), handling, isOnThread: true);
    };

    /// <summary>The delegate, telling of its results.</summary>
    internal Func<TInput, Task<IEnumerable<TOutput>>> Around(Func<TInput, Task<IEnumerable<TOutput>>> transform) => value =>
    {
        Handling handling = Handling.Current;
        Task<IEnumerable<TOutput>> task = _lanes.Begin(transform, value, handling.Span);
        if (task is null || _results is null) return task!;
        return task.ContinueWith(
            done => done.IsCompletedSuccessfully ? Task.FromResult(Of(done.Result, handling, isOnThread: false)) : done,
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Unwrap();
    };

    /// <summary>The delegate, telling of its results.</summary>
    internal Func<TInput, IAsyncEnumerable<TOutput>> Around(Func<TInput, IAsyncEnumerable<TOutput>> transform) => value =>
    {
        Handling handling = Handling.Current;
        IAsyncEnumerable<TOutput> items = _lanes.Begin(transform, value, handling.Span);
        return items is null || _results is not { } results ? items! : new ManyAsyncResults<TOutput>(items, results, handling, _lanes, site);
    };

    /// <summary>Follows the block that has the delegate.</summary>
    internal void Follow(TransformManyBlock<TInput, TOutput> block)
    {
        var results = new Results(block);
        Blocks.Follow(block, new ExecutionEntrance<TInput>(PrivateMembers.Get(block, "_target"), results.Order == ResultOrder.Sequential, site));
        if (results.Order == ResultOrder.Restored) results.Watch<IEnumerable<TOutput>>((_, message) => results.GiveOutMany(message));
        Blocks.Follow((object)block, results.Exit);
        _results = results;
    }

    // A list is added whole, which is told beforehand, unless it is not known on which thread the block will do it.
    private IEnumerable<TOutput> Of(IEnumerable<TOutput> items, Handling handling, bool isOnThread)
    {
        if (items is null || _results is not { } results) return items!;
        if (items is not (TOutput[] or List<TOutput>) || (results.Order == ResultOrder.AsTheyCome && !isOnThread)) return new ManyResults<TOutput>(items, results, handling, _lanes, site);
        results.Add(ManyResults<TOutput>.SpansOf(items, handling.Span, site), handling.Id);
        return items;
    }
}
