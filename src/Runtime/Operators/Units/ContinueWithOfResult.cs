using Weft.Events.Deferred;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task ContinueWith<TLineage, TResult>(Task<TResult> task, Action<Task<TResult>> continuationAction, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationAction is not null && new ContinuationAction<Task<TResult>>(continuationAction, site) is var work ? work.Ends(task.ContinueWith((Action<Task<TResult>>)work.Run)) : task.ContinueWith(continuationAction!);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task ContinueWith<TLineage, TResult>(Task<TResult> task, Action<Task<TResult>> continuationAction, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationAction is not null && new ContinuationAction<Task<TResult>>(continuationAction, site) is var work ? work.Ends(task.ContinueWith((Action<Task<TResult>>)work.Run, cancellationToken)) : task.ContinueWith(continuationAction!, cancellationToken);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task ContinueWith<TLineage, TResult>(Task<TResult> task, Action<Task<TResult>> continuationAction, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationAction is not null && new ContinuationAction<Task<TResult>>(continuationAction, site) is var work ? work.Ends(task.ContinueWith((Action<Task<TResult>>)work.Run, scheduler)) : task.ContinueWith(continuationAction!, scheduler);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task ContinueWith<TLineage, TResult>(Task<TResult> task, Action<Task<TResult>> continuationAction, TaskContinuationOptions continuationOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationAction is not null && new ContinuationAction<Task<TResult>>(continuationAction, site) is var work ? work.Ends(task.ContinueWith((Action<Task<TResult>>)work.Run, continuationOptions)) : task.ContinueWith(continuationAction!, continuationOptions);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task ContinueWith<TLineage, TResult>(Task<TResult> task, Action<Task<TResult>> continuationAction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationAction is not null && new ContinuationAction<Task<TResult>>(continuationAction, site) is var work ? work.Ends(task.ContinueWith((Action<Task<TResult>>)work.Run, cancellationToken, continuationOptions, scheduler)) : task.ContinueWith(continuationAction!, cancellationToken, continuationOptions, scheduler);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task ContinueWith<TLineage, TResult>(Task<TResult> task, Action<Task<TResult>, object?> continuationAction, object? state, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationAction is not null && new ContinuationAction<Task<TResult>, object?>(continuationAction, site) is var work ? work.Ends(task.ContinueWith((Action<Task<TResult>, object?>)work.Run, state)) : task.ContinueWith(continuationAction!, state);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task ContinueWith<TLineage, TResult>(Task<TResult> task, Action<Task<TResult>, object?> continuationAction, object? state, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationAction is not null && new ContinuationAction<Task<TResult>, object?>(continuationAction, site) is var work ? work.Ends(task.ContinueWith((Action<Task<TResult>, object?>)work.Run, state, cancellationToken)) : task.ContinueWith(continuationAction!, state, cancellationToken);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task ContinueWith<TLineage, TResult>(Task<TResult> task, Action<Task<TResult>, object?> continuationAction, object? state, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationAction is not null && new ContinuationAction<Task<TResult>, object?>(continuationAction, site) is var work ? work.Ends(task.ContinueWith((Action<Task<TResult>, object?>)work.Run, state, scheduler)) : task.ContinueWith(continuationAction!, state, scheduler);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task ContinueWith<TLineage, TResult>(Task<TResult> task, Action<Task<TResult>, object?> continuationAction, object? state, TaskContinuationOptions continuationOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationAction is not null && new ContinuationAction<Task<TResult>, object?>(continuationAction, site) is var work ? work.Ends(task.ContinueWith((Action<Task<TResult>, object?>)work.Run, state, continuationOptions)) : task.ContinueWith(continuationAction!, state, continuationOptions);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task ContinueWith<TLineage, TResult>(Task<TResult> task, Action<Task<TResult>, object?> continuationAction, object? state, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationAction is not null && new ContinuationAction<Task<TResult>, object?>(continuationAction, site) is var work ? work.Ends(task.ContinueWith((Action<Task<TResult>, object?>)work.Run, state, cancellationToken, continuationOptions, scheduler)) : task.ContinueWith(continuationAction!, state, cancellationToken, continuationOptions, scheduler);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task<TNewResult> ContinueWith<TLineage, TResult, TNewResult>(Task<TResult> task, Func<Task<TResult>, TNewResult> continuationFunction, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationFunction is not null && new ContinuationFunction<Task<TResult>, TNewResult>(continuationFunction, site) is var work ? work.Ends(task.ContinueWith((Func<Task<TResult>, TNewResult>)work.Run)) : task.ContinueWith(continuationFunction!);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task<TNewResult> ContinueWith<TLineage, TResult, TNewResult>(Task<TResult> task, Func<Task<TResult>, TNewResult> continuationFunction, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationFunction is not null && new ContinuationFunction<Task<TResult>, TNewResult>(continuationFunction, site) is var work ? work.Ends(task.ContinueWith((Func<Task<TResult>, TNewResult>)work.Run, cancellationToken)) : task.ContinueWith(continuationFunction!, cancellationToken);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task<TNewResult> ContinueWith<TLineage, TResult, TNewResult>(Task<TResult> task, Func<Task<TResult>, TNewResult> continuationFunction, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationFunction is not null && new ContinuationFunction<Task<TResult>, TNewResult>(continuationFunction, site) is var work ? work.Ends(task.ContinueWith((Func<Task<TResult>, TNewResult>)work.Run, scheduler)) : task.ContinueWith(continuationFunction!, scheduler);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task<TNewResult> ContinueWith<TLineage, TResult, TNewResult>(Task<TResult> task, Func<Task<TResult>, TNewResult> continuationFunction, TaskContinuationOptions continuationOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationFunction is not null && new ContinuationFunction<Task<TResult>, TNewResult>(continuationFunction, site) is var work ? work.Ends(task.ContinueWith((Func<Task<TResult>, TNewResult>)work.Run, continuationOptions)) : task.ContinueWith(continuationFunction!, continuationOptions);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task<TNewResult> ContinueWith<TLineage, TResult, TNewResult>(Task<TResult> task, Func<Task<TResult>, TNewResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationFunction is not null && new ContinuationFunction<Task<TResult>, TNewResult>(continuationFunction, site) is var work ? work.Ends(task.ContinueWith((Func<Task<TResult>, TNewResult>)work.Run, cancellationToken, continuationOptions, scheduler)) : task.ContinueWith(continuationFunction!, cancellationToken, continuationOptions, scheduler);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task<TNewResult> ContinueWith<TLineage, TResult, TNewResult>(Task<TResult> task, Func<Task<TResult>, object?, TNewResult> continuationFunction, object? state, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationFunction is not null && new ContinuationFunction<Task<TResult>, object?, TNewResult>(continuationFunction, site) is var work ? work.Ends(task.ContinueWith((Func<Task<TResult>, object?, TNewResult>)work.Run, state)) : task.ContinueWith(continuationFunction!, state);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task<TNewResult> ContinueWith<TLineage, TResult, TNewResult>(Task<TResult> task, Func<Task<TResult>, object?, TNewResult> continuationFunction, object? state, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationFunction is not null && new ContinuationFunction<Task<TResult>, object?, TNewResult>(continuationFunction, site) is var work ? work.Ends(task.ContinueWith((Func<Task<TResult>, object?, TNewResult>)work.Run, state, cancellationToken)) : task.ContinueWith(continuationFunction!, state, cancellationToken);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task<TNewResult> ContinueWith<TLineage, TResult, TNewResult>(Task<TResult> task, Func<Task<TResult>, object?, TNewResult> continuationFunction, object? state, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationFunction is not null && new ContinuationFunction<Task<TResult>, object?, TNewResult>(continuationFunction, site) is var work ? work.Ends(task.ContinueWith((Func<Task<TResult>, object?, TNewResult>)work.Run, state, scheduler)) : task.ContinueWith(continuationFunction!, state, scheduler);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task<TNewResult> ContinueWith<TLineage, TResult, TNewResult>(Task<TResult> task, Func<Task<TResult>, object?, TNewResult> continuationFunction, object? state, TaskContinuationOptions continuationOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationFunction is not null && new ContinuationFunction<Task<TResult>, object?, TNewResult>(continuationFunction, site) is var work ? work.Ends(task.ContinueWith((Func<Task<TResult>, object?, TNewResult>)work.Run, state, continuationOptions)) : task.ContinueWith(continuationFunction!, state, continuationOptions);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task<TNewResult> ContinueWith<TLineage, TResult, TNewResult>(Task<TResult> task, Func<Task<TResult>, object?, TNewResult> continuationFunction, object? state, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationFunction is not null && new ContinuationFunction<Task<TResult>, object?, TNewResult>(continuationFunction, site) is var work ? work.Ends(task.ContinueWith((Func<Task<TResult>, object?, TNewResult>)work.Run, state, cancellationToken, continuationOptions, scheduler)) : task.ContinueWith(continuationFunction!, state, cancellationToken, continuationOptions, scheduler);
}
