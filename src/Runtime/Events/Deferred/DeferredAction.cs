using System.Diagnostics;

namespace Weft.Events.Deferred;

/// <summary>An action that was handed over.</summary>
internal sealed class DeferredAction(Action work, string name, int site, ExecutionUnitKind kind = ExecutionUnitKind.Task, bool isStartedLater = false) : DeferredWork(kind, name, site, isStartedLater)
{
    [StackTraceHidden]
    internal void Run()
    {
        using ExecutionUnitScope scope = Begin();
        work();
    }
}

/// <summary>An action with an argument that was handed over.</summary>
internal sealed class DeferredAction<T>(Action<T> work, string name, int site, ExecutionUnitKind kind = ExecutionUnitKind.Task, bool isStartedLater = false) : DeferredWork(kind, name, site, isStartedLater)
{
    [StackTraceHidden]
    internal void Run(T argument)
    {
        using ExecutionUnitScope scope = Begin();
        work(argument);
    }
}

/// <summary>An action with two arguments that was handed over.</summary>
internal sealed class DeferredAction<T1, T2>(Action<T1, T2> work, string name, int site) : DeferredWork(ExecutionUnitKind.Task, name, site)
{
    [StackTraceHidden]
    internal void Run(T1 first, T2 second)
    {
        using ExecutionUnitScope scope = Begin();
        work(first, second);
    }
}
