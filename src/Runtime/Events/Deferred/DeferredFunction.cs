using System.Diagnostics;

namespace Weft.Events.Deferred;

/// <summary>A function that was handed over.</summary>
internal sealed class DeferredFunction<TResult>(Func<TResult> work, string name, int site, bool isStartedLater = false) : DeferredWork(ExecutionUnitKind.Task, name, site, isStartedLater)
{
    [StackTraceHidden]
    internal TResult Run()
    {
        ExecutionUnitScope scope = Begin();
        TResult? result = default;
        try
        {
            return result = work();
        }
        finally
        {
            EndWith(scope, result);
        }
    }
}

/// <summary>A function with an argument that was handed over.</summary>
internal sealed class DeferredFunction<T, TResult>(Func<T, TResult> work, string name, int site, bool isStartedLater = false) : DeferredWork(ExecutionUnitKind.Task, name, site, isStartedLater)
{
    [StackTraceHidden]
    internal TResult Run(T argument)
    {
        ExecutionUnitScope scope = Begin();
        TResult? result = default;
        try
        {
            return result = work(argument);
        }
        finally
        {
            EndWith(scope, result);
        }
    }
}

/// <summary>A function with two arguments that was handed over.</summary>
internal sealed class DeferredFunction<T1, T2, TResult>(Func<T1, T2, TResult> work, string name, int site) : DeferredWork(ExecutionUnitKind.Task, name, site)
{
    [StackTraceHidden]
    internal TResult Run(T1 first, T2 second)
    {
        ExecutionUnitScope scope = Begin();
        TResult? result = default;
        try
        {
            return result = work(first, second);
        }
        finally
        {
            EndWith(scope, result);
        }
    }
}
