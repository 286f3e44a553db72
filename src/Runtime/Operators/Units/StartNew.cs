using Weft.Events.Deferred;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task StartNew<TLineage>(TaskFactory factory, Action action, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && action is not null && new DeferredAction(action, "StartNew", site) is var work ? work.Ends(factory.StartNew((Action)work.Run)) : factory.StartNew(action!);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task StartNew<TLineage>(TaskFactory factory, Action action, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && action is not null && new DeferredAction(action, "StartNew", site) is var work ? work.Ends(factory.StartNew((Action)work.Run, cancellationToken)) : factory.StartNew(action!, cancellationToken);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task StartNew<TLineage>(TaskFactory factory, Action action, TaskCreationOptions creationOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && action is not null && new DeferredAction(action, "StartNew", site) is var work ? work.Ends(factory.StartNew((Action)work.Run, creationOptions)) : factory.StartNew(action!, creationOptions);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task StartNew<TLineage>(TaskFactory factory, Action action, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && action is not null && new DeferredAction(action, "StartNew", site) is var work ? work.Ends(factory.StartNew((Action)work.Run, cancellationToken, creationOptions, scheduler)) : factory.StartNew(action!, cancellationToken, creationOptions, scheduler);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task StartNew<TLineage>(TaskFactory factory, Action<object?> action, object? state, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && action is not null && new DeferredAction<object?>(action, "StartNew", site) is var work ? work.Ends(factory.StartNew((Action<object?>)work.Run, state)) : factory.StartNew(action!, state);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task StartNew<TLineage>(TaskFactory factory, Action<object?> action, object? state, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && action is not null && new DeferredAction<object?>(action, "StartNew", site) is var work ? work.Ends(factory.StartNew((Action<object?>)work.Run, state, cancellationToken)) : factory.StartNew(action!, state, cancellationToken);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task StartNew<TLineage>(TaskFactory factory, Action<object?> action, object? state, TaskCreationOptions creationOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && action is not null && new DeferredAction<object?>(action, "StartNew", site) is var work ? work.Ends(factory.StartNew((Action<object?>)work.Run, state, creationOptions)) : factory.StartNew(action!, state, creationOptions);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task StartNew<TLineage>(TaskFactory factory, Action<object?> action, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && action is not null && new DeferredAction<object?>(action, "StartNew", site) is var work ? work.Ends(factory.StartNew((Action<object?>)work.Run, state, cancellationToken, creationOptions, scheduler)) : factory.StartNew(action!, state, cancellationToken, creationOptions, scheduler);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task<TResult> StartNew<TLineage, TResult>(TaskFactory factory, Func<TResult> function, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<TResult>(function, "StartNew", site) is var work ? work.Ends(factory.StartNew((Func<TResult>)work.Run)) : factory.StartNew(function!);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task<TResult> StartNew<TLineage, TResult>(TaskFactory factory, Func<TResult> function, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<TResult>(function, "StartNew", site) is var work ? work.Ends(factory.StartNew((Func<TResult>)work.Run, cancellationToken)) : factory.StartNew(function!, cancellationToken);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task<TResult> StartNew<TLineage, TResult>(TaskFactory factory, Func<TResult> function, TaskCreationOptions creationOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<TResult>(function, "StartNew", site) is var work ? work.Ends(factory.StartNew((Func<TResult>)work.Run, creationOptions)) : factory.StartNew(function!, creationOptions);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task<TResult> StartNew<TLineage, TResult>(TaskFactory factory, Func<TResult> function, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<TResult>(function, "StartNew", site) is var work ? work.Ends(factory.StartNew((Func<TResult>)work.Run, cancellationToken, creationOptions, scheduler)) : factory.StartNew(function!, cancellationToken, creationOptions, scheduler);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task<TResult> StartNew<TLineage, TResult>(TaskFactory factory, Func<object?, TResult> function, object? state, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<object?, TResult>(function, "StartNew", site) is var work ? work.Ends(factory.StartNew((Func<object?, TResult>)work.Run, state)) : factory.StartNew(function!, state);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task<TResult> StartNew<TLineage, TResult>(TaskFactory factory, Func<object?, TResult> function, object? state, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<object?, TResult>(function, "StartNew", site) is var work ? work.Ends(factory.StartNew((Func<object?, TResult>)work.Run, state, cancellationToken)) : factory.StartNew(function!, state, cancellationToken);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task<TResult> StartNew<TLineage, TResult>(TaskFactory factory, Func<object?, TResult> function, object? state, TaskCreationOptions creationOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<object?, TResult>(function, "StartNew", site) is var work ? work.Ends(factory.StartNew((Func<object?, TResult>)work.Run, state, creationOptions)) : factory.StartNew(function!, state, creationOptions);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task<TResult> StartNew<TLineage, TResult>(TaskFactory factory, Func<object?, TResult> function, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<object?, TResult>(function, "StartNew", site) is var work ? work.Ends(factory.StartNew((Func<object?, TResult>)work.Run, state, cancellationToken, creationOptions, scheduler)) : factory.StartNew(function!, state, cancellationToken, creationOptions, scheduler);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task<TResult> StartNew<TLineage, TResult>(TaskFactory<TResult> factory, Func<TResult> function, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<TResult>(function, "StartNew", site) is var work ? work.Ends(factory.StartNew((Func<TResult>)work.Run)) : factory.StartNew(function!);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task<TResult> StartNew<TLineage, TResult>(TaskFactory<TResult> factory, Func<TResult> function, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<TResult>(function, "StartNew", site) is var work ? work.Ends(factory.StartNew((Func<TResult>)work.Run, cancellationToken)) : factory.StartNew(function!, cancellationToken);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task<TResult> StartNew<TLineage, TResult>(TaskFactory<TResult> factory, Func<TResult> function, TaskCreationOptions creationOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<TResult>(function, "StartNew", site) is var work ? work.Ends(factory.StartNew((Func<TResult>)work.Run, creationOptions)) : factory.StartNew(function!, creationOptions);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task<TResult> StartNew<TLineage, TResult>(TaskFactory<TResult> factory, Func<TResult> function, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<TResult>(function, "StartNew", site) is var work ? work.Ends(factory.StartNew((Func<TResult>)work.Run, cancellationToken, creationOptions, scheduler)) : factory.StartNew(function!, cancellationToken, creationOptions, scheduler);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task<TResult> StartNew<TLineage, TResult>(TaskFactory<TResult> factory, Func<object?, TResult> function, object? state, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<object?, TResult>(function, "StartNew", site) is var work ? work.Ends(factory.StartNew((Func<object?, TResult>)work.Run, state)) : factory.StartNew(function!, state);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task<TResult> StartNew<TLineage, TResult>(TaskFactory<TResult> factory, Func<object?, TResult> function, object? state, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<object?, TResult>(function, "StartNew", site) is var work ? work.Ends(factory.StartNew((Func<object?, TResult>)work.Run, state, cancellationToken)) : factory.StartNew(function!, state, cancellationToken);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task<TResult> StartNew<TLineage, TResult>(TaskFactory<TResult> factory, Func<object?, TResult> function, object? state, TaskCreationOptions creationOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<object?, TResult>(function, "StartNew", site) is var work ? work.Ends(factory.StartNew((Func<object?, TResult>)work.Run, state, creationOptions)) : factory.StartNew(function!, state, creationOptions);

    /// <summary>The woven form of <c>TaskFactory.StartNew</c>.</summary>
    public static Task<TResult> StartNew<TLineage, TResult>(TaskFactory<TResult> factory, Func<object?, TResult> function, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<object?, TResult>(function, "StartNew", site) is var work ? work.Ends(factory.StartNew((Func<object?, TResult>)work.Run, state, cancellationToken, creationOptions, scheduler)) : factory.StartNew(function!, state, cancellationToken, creationOptions, scheduler);
}
