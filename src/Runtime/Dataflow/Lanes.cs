using System.Collections.Concurrent;

namespace Weft.Dataflow;

/// <summary>The executors of one block.</summary>
internal sealed class Lanes(string name)
{
    private readonly ConcurrentStack<Lane> _idle = new();
    private Lane? _first; // an idle one
    private Lane? _only;  // of a block that handles one message at a time, each on one thread

    /// <summary>Whether the block handles one message at a time.</summary>
    internal bool IsSequential { get; set; }

    /// <summary>Runs the program's delegate over a record.</summary>
    internal void Run<T>(Action<T> action, T value, ulong span)
    {
        Lane lane = Enter(span);
        try
        {
            action(value);
        }
        finally
        {
            Leave(lane);
        }
    }

    /// <summary>Runs the program's delegate over a record; its result is no task.</summary>
    internal TResult Run<T, TResult>(Func<T, TResult> function, T value, ulong span)
    {
        Lane lane = Enter(span);
        try
        {
            return function(value);
        }
        finally
        {
            Leave(lane);
        }
    }

    /// <summary>Runs the program's delegate over a record; the lane is taken until its task is over, where it gives one.</summary>
    internal TResult Begin<T, TResult>(Func<T, TResult> function, T value, ulong span)
    {
        Lane lane = Rent();
        lane.Enter(span);
        Task? task = null;
        try
        {
            TResult result = function(value);
            task = result as Task;
            return result;
        }
        finally
        {
            lane.Leave();
            if (task is null or { IsCompleted: true }) Return(lane);
            else task.ContinueWith(static (_, state) => ((Action)state!)(), () => Return(lane), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <summary>An idle executor, to be given back.</summary>
    internal Lane Rent()
    {
        if (Interlocked.Exchange(ref _first, null) is { } first) return first;
        return _idle.TryPop(out Lane? idle) ? idle : new Lane(ExecutionUnit.Fork(ExecutionUnitKind.Process, name, new TraceContext(TraceId.New(), default)));
    }

    /// <summary>Gives an executor back.</summary>
    internal void Return(Lane lane)
    {
        if (Interlocked.CompareExchange(ref _first, lane, null) is not null) _idle.Push(lane);
    }

    private Lane Enter(ulong span)
    {
        Lane lane = IsSequential ? _only ??= Rent() : Rent();
        lane.Enter(span);
        return lane;
    }

    private void Leave(Lane lane)
    {
        lane.Leave();
        if (!IsSequential) Return(lane);
    }
}
