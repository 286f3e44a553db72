using System.Diagnostics;

namespace Weft.Events.Deferred;

/// <summary>An action that goes on where a task has ended.</summary>
internal sealed class ContinuationAction<TTask>(Action<TTask> work, int site) : DeferredWork(ExecutionUnitKind.Task, Name, site) where TTask : Task
{
    [StackTraceHidden]
    internal void Run(TTask task)
    {
        using ExecutionUnitScope scope = BeginBehind(task);
        work(task);
    }
}

/// <summary>An action with a state that goes on where a task has ended.</summary>
internal sealed class ContinuationAction<TTask, TState>(Action<TTask, TState> work, int site) : DeferredWork(ExecutionUnitKind.Task, Name, site) where TTask : Task
{
    [StackTraceHidden]
    internal void Run(TTask task, TState state)
    {
        using ExecutionUnitScope scope = BeginBehind(task);
        work(task, state);
    }
}

/// <summary>A function that goes on where a task has ended.</summary>
internal sealed class ContinuationFunction<TTask, TResult>(Func<TTask, TResult> work, int site) : DeferredWork(ExecutionUnitKind.Task, Name, site) where TTask : Task
{
    [StackTraceHidden]
    internal TResult Run(TTask task)
    {
        ExecutionUnitScope scope = BeginBehind(task);
        TResult? result = default;
        try
        {
            return result = work(task);
        }
        finally
        {
            EndWith(scope, result);
        }
    }
}

/// <summary>A function with a state that goes on where a task has ended.</summary>
internal sealed class ContinuationFunction<TTask, TState, TResult>(Func<TTask, TState, TResult> work, int site) : DeferredWork(ExecutionUnitKind.Task, Name, site) where TTask : Task
{
    [StackTraceHidden]
    internal TResult Run(TTask task, TState state)
    {
        ExecutionUnitScope scope = BeginBehind(task);
        TResult? result = default;
        try
        {
            return result = work(task, state);
        }
        finally
        {
            EndWith(scope, result);
        }
    }
}
