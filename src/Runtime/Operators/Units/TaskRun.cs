using Weft.Events.Deferred;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Task.Run</c>.</summary>
    public static Task Run<TLineage>(Action action, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && action is not null && new DeferredAction(action, "Task.Run", site) is var work ? work.Ends(Task.Run((Action)work.Run)) : Task.Run(action!);

    /// <summary>The woven form of <c>Task.Run</c>.</summary>
    public static Task Run<TLineage>(Action action, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && action is not null && new DeferredAction(action, "Task.Run", site) is var work ? work.Ends(Task.Run((Action)work.Run, cancellationToken)) : Task.Run(action!, cancellationToken);

    /// <summary>The woven form of <c>Task.Run</c>.</summary>
    public static Task<TResult> Run<TLineage, TResult>(Func<TResult> function, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<TResult>(function, "Task.Run", site) is var work ? work.Ends(Task.Run((Func<TResult>)work.Run)) : Task.Run(function!);

    /// <summary>The woven form of <c>Task.Run</c>.</summary>
    public static Task<TResult> Run<TLineage, TResult>(Func<TResult> function, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<TResult>(function, "Task.Run", site) is var work ? work.Ends(Task.Run((Func<TResult>)work.Run, cancellationToken)) : Task.Run(function!, cancellationToken);

    /// <summary>The woven form of <c>Task.Run</c>.</summary>
    public static Task Run<TLineage>(Func<Task?> function, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<Task?>(function, "Task.Run", site) is var work ? work.Ends(Task.Run((Func<Task?>)work.Run)) : Task.Run(function!);

    /// <summary>The woven form of <c>Task.Run</c>.</summary>
    public static Task Run<TLineage>(Func<Task?> function, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<Task?>(function, "Task.Run", site) is var work ? work.Ends(Task.Run((Func<Task?>)work.Run, cancellationToken)) : Task.Run(function!, cancellationToken);

    /// <summary>The woven form of <c>Task.Run</c>.</summary>
    public static Task<TResult> Run<TLineage, TResult>(Func<Task<TResult>?> function, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<Task<TResult>?>(function, "Task.Run", site) is var work ? work.Ends(Task.Run((Func<Task<TResult>?>)work.Run)) : Task.Run(function!);

    /// <summary>The woven form of <c>Task.Run</c>.</summary>
    public static Task<TResult> Run<TLineage, TResult>(Func<Task<TResult>?> function, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<Task<TResult>?>(function, "Task.Run", site) is var work ? work.Ends(Task.Run((Func<Task<TResult>?>)work.Run, cancellationToken)) : Task.Run(function!, cancellationToken);
}
