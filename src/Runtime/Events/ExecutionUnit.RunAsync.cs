namespace Weft;

public sealed partial class ExecutionUnit
{
    /// <summary>Runs asynchronous work in an execution unit of its own, which ends when the work does.</summary>
    /// <param name="kind">What the unit is.</param>
    /// <param name="name">As in <see cref="Start"/>.</param>
    /// <param name="work">The work, given its unit, which is the current one while it runs. Called at once, on the calling thread.</param>
    /// <param name="cause">As in <see cref="Start"/>.</param>
    /// <returns>A task that ends as the work's does; what the work throws before its first await is in the task.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="work"/> is null.</exception>
    public static Task RunAsync(ExecutionUnitKind kind, string name, Func<ExecutionUnit, Task> work, TraceContext cause = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(work);
        return RunAsyncCore(kind, name, work, cause);
    }

    /// <inheritdoc cref="RunAsync(ExecutionUnitKind, string, Func{ExecutionUnit, Task}, TraceContext)"/>
    /// <typeparam name="TResult">What the work gives.</typeparam>
    public static Task<TResult> RunAsync<TResult>(ExecutionUnitKind kind, string name, Func<ExecutionUnit, Task<TResult>> work, TraceContext cause = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(work);
        return RunAsyncCore(kind, name, work, cause);
    }

    // Asynchronous, so that the caller's current unit stays the caller's: what an asynchronous method sets ends with its first return.
    private static async Task RunAsyncCore(ExecutionUnitKind kind, string name, Func<ExecutionUnit, Task> work, TraceContext cause)
    {
        using ExecutionUnitScope scope = Start(kind, name, cause);
        await work(scope.Unit).ConfigureAwait(false);
    }

    private static async Task<TResult> RunAsyncCore<TResult>(ExecutionUnitKind kind, string name, Func<ExecutionUnit, Task<TResult>> work, TraceContext cause)
    {
        using ExecutionUnitScope scope = Start(kind, name, cause);
        return await work(scope.Unit).ConfigureAwait(false);
    }
}
