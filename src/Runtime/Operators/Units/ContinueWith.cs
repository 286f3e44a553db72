using Weft.Events.Deferred;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task ContinueWith<TLineage>(Task task, Action<Task> continuationAction, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationAction is not null && new ContinuationAction<Task>(continuationAction, site) is var work ? work.Ends(task.ContinueWith((Action<Task>)work.Run)) : task.ContinueWith(continuationAction!);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task ContinueWith<TLineage>(Task task, Action<Task> continuationAction, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationAction is not null && new ContinuationAction<Task>(continuationAction, site) is var work ? work.Ends(task.ContinueWith((Action<Task>)work.Run, cancellationToken)) : task.ContinueWith(continuationAction!, cancellationToken);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task ContinueWith<TLineage>(Task task, Action<Task> continuationAction, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationAction is not null && new ContinuationAction<Task>(continuationAction, site) is var work ? work.Ends(task.ContinueWith((Action<Task>)work.Run, scheduler)) : task.ContinueWith(continuationAction!, scheduler);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task ContinueWith<TLineage>(Task task, Action<Task> continuationAction, TaskContinuationOptions continuationOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationAction is not null && new ContinuationAction<Task>(continuationAction, site) is var work ? work.Ends(task.ContinueWith((Action<Task>)work.Run, continuationOptions)) : task.ContinueWith(continuationAction!, continuationOptions);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task ContinueWith<TLineage>(Task task, Action<Task> continuationAction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationAction is not null && new ContinuationAction<Task>(continuationAction, site) is var work ? work.Ends(task.ContinueWith((Action<Task>)work.Run, cancellationToken, continuationOptions, scheduler)) : task.ContinueWith(continuationAction!, cancellationToken, continuationOptions, scheduler);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task ContinueWith<TLineage>(Task task, Action<Task, object?> continuationAction, object? state, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationAction is not null && new ContinuationAction<Task, object?>(continuationAction, site) is var work ? work.Ends(task.ContinueWith((Action<Task, object?>)work.Run, state)) : task.ContinueWith(continuationAction!, state);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task ContinueWith<TLineage>(Task task, Action<Task, object?> continuationAction, object? state, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationAction is not null && new ContinuationAction<Task, object?>(continuationAction, site) is var work ? work.Ends(task.ContinueWith((Action<Task, object?>)work.Run, state, cancellationToken)) : task.ContinueWith(continuationAction!, state, cancellationToken);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task ContinueWith<TLineage>(Task task, Action<Task, object?> continuationAction, object? state, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationAction is not null && new ContinuationAction<Task, object?>(continuationAction, site) is var work ? work.Ends(task.ContinueWith((Action<Task, object?>)work.Run, state, scheduler)) : task.ContinueWith(continuationAction!, state, scheduler);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task ContinueWith<TLineage>(Task task, Action<Task, object?> continuationAction, object? state, TaskContinuationOptions continuationOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationAction is not null && new ContinuationAction<Task, object?>(continuationAction, site) is var work ? work.Ends(task.ContinueWith((Action<Task, object?>)work.Run, state, continuationOptions)) : task.ContinueWith(continuationAction!, state, continuationOptions);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task ContinueWith<TLineage>(Task task, Action<Task, object?> continuationAction, object? state, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationAction is not null && new ContinuationAction<Task, object?>(continuationAction, site) is var work ? work.Ends(task.ContinueWith((Action<Task, object?>)work.Run, state, cancellationToken, continuationOptions, scheduler)) : task.ContinueWith(continuationAction!, state, cancellationToken, continuationOptions, scheduler);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task<TResult> ContinueWith<TLineage, TResult>(Task task, Func<Task, TResult> continuationFunction, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationFunction is not null && new ContinuationFunction<Task, TResult>(continuationFunction, site) is var work ? work.Ends(task.ContinueWith((Func<Task, TResult>)work.Run)) : task.ContinueWith(continuationFunction!);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task<TResult> ContinueWith<TLineage, TResult>(Task task, Func<Task, TResult> continuationFunction, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationFunction is not null && new ContinuationFunction<Task, TResult>(continuationFunction, site) is var work ? work.Ends(task.ContinueWith((Func<Task, TResult>)work.Run, cancellationToken)) : task.ContinueWith(continuationFunction!, cancellationToken);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task<TResult> ContinueWith<TLineage, TResult>(Task task, Func<Task, TResult> continuationFunction, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationFunction is not null && new ContinuationFunction<Task, TResult>(continuationFunction, site) is var work ? work.Ends(task.ContinueWith((Func<Task, TResult>)work.Run, scheduler)) : task.ContinueWith(continuationFunction!, scheduler);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task<TResult> ContinueWith<TLineage, TResult>(Task task, Func<Task, TResult> continuationFunction, TaskContinuationOptions continuationOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationFunction is not null && new ContinuationFunction<Task, TResult>(continuationFunction, site) is var work ? work.Ends(task.ContinueWith((Func<Task, TResult>)work.Run, continuationOptions)) : task.ContinueWith(continuationFunction!, continuationOptions);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task<TResult> ContinueWith<TLineage, TResult>(Task task, Func<Task, TResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationFunction is not null && new ContinuationFunction<Task, TResult>(continuationFunction, site) is var work ? work.Ends(task.ContinueWith((Func<Task, TResult>)work.Run, cancellationToken, continuationOptions, scheduler)) : task.ContinueWith(continuationFunction!, cancellationToken, continuationOptions, scheduler);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task<TResult> ContinueWith<TLineage, TResult>(Task task, Func<Task, object?, TResult> continuationFunction, object? state, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationFunction is not null && new ContinuationFunction<Task, object?, TResult>(continuationFunction, site) is var work ? work.Ends(task.ContinueWith((Func<Task, object?, TResult>)work.Run, state)) : task.ContinueWith(continuationFunction!, state);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task<TResult> ContinueWith<TLineage, TResult>(Task task, Func<Task, object?, TResult> continuationFunction, object? state, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationFunction is not null && new ContinuationFunction<Task, object?, TResult>(continuationFunction, site) is var work ? work.Ends(task.ContinueWith((Func<Task, object?, TResult>)work.Run, state, cancellationToken)) : task.ContinueWith(continuationFunction!, state, cancellationToken);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task<TResult> ContinueWith<TLineage, TResult>(Task task, Func<Task, object?, TResult> continuationFunction, object? state, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationFunction is not null && new ContinuationFunction<Task, object?, TResult>(continuationFunction, site) is var work ? work.Ends(task.ContinueWith((Func<Task, object?, TResult>)work.Run, state, scheduler)) : task.ContinueWith(continuationFunction!, state, scheduler);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task<TResult> ContinueWith<TLineage, TResult>(Task task, Func<Task, object?, TResult> continuationFunction, object? state, TaskContinuationOptions continuationOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationFunction is not null && new ContinuationFunction<Task, object?, TResult>(continuationFunction, site) is var work ? work.Ends(task.ContinueWith((Func<Task, object?, TResult>)work.Run, state, continuationOptions)) : task.ContinueWith(continuationFunction!, state, continuationOptions);

    /// <summary>The woven form of <c>Task.ContinueWith</c>.</summary>
    public static Task<TResult> ContinueWith<TLineage, TResult>(Task task, Func<Task, object?, TResult> continuationFunction, object? state, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && continuationFunction is not null && new ContinuationFunction<Task, object?, TResult>(continuationFunction, site) is var work ? work.Ends(task.ContinueWith((Func<Task, object?, TResult>)work.Run, state, cancellationToken, continuationOptions, scheduler)) : task.ContinueWith(continuationFunction!, state, cancellationToken, continuationOptions, scheduler);
}
