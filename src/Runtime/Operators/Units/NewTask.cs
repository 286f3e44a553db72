using Weft.Events.Deferred;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of the constructors of <see cref="Task"/>.</summary>
    public static Task NewTask<TLineage>(Action action, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && action is not null && new DeferredAction(action, "new Task", site, isStartedLater: true) is var work ? work.Ends(new Task(work.Run)) : new Task(action!);

    /// <summary>The woven form of the constructors of <see cref="Task"/>.</summary>
    public static Task NewTask<TLineage>(Action action, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && action is not null && new DeferredAction(action, "new Task", site, isStartedLater: true) is var work ? work.Ends(new Task(work.Run, cancellationToken)) : new Task(action!, cancellationToken);

    /// <summary>The woven form of the constructors of <see cref="Task"/>.</summary>
    public static Task NewTask<TLineage>(Action action, TaskCreationOptions creationOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && action is not null && new DeferredAction(action, "new Task", site, isStartedLater: true) is var work ? work.Ends(new Task(work.Run, creationOptions)) : new Task(action!, creationOptions);

    /// <summary>The woven form of the constructors of <see cref="Task"/>.</summary>
    public static Task NewTask<TLineage>(Action action, CancellationToken cancellationToken, TaskCreationOptions creationOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && action is not null && new DeferredAction(action, "new Task", site, isStartedLater: true) is var work ? work.Ends(new Task(work.Run, cancellationToken, creationOptions)) : new Task(action!, cancellationToken, creationOptions);

    /// <summary>The woven form of the constructors of <see cref="Task"/>.</summary>
    public static Task NewTask<TLineage>(Action<object?> action, object? state, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && action is not null && new DeferredAction<object?>(action, "new Task", site, isStartedLater: true) is var work ? work.Ends(new Task(work.Run, state)) : new Task(action!, state);

    /// <summary>The woven form of the constructors of <see cref="Task"/>.</summary>
    public static Task NewTask<TLineage>(Action<object?> action, object? state, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && action is not null && new DeferredAction<object?>(action, "new Task", site, isStartedLater: true) is var work ? work.Ends(new Task(work.Run, state, cancellationToken)) : new Task(action!, state, cancellationToken);

    /// <summary>The woven form of the constructors of <see cref="Task"/>.</summary>
    public static Task NewTask<TLineage>(Action<object?> action, object? state, TaskCreationOptions creationOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && action is not null && new DeferredAction<object?>(action, "new Task", site, isStartedLater: true) is var work ? work.Ends(new Task(work.Run, state, creationOptions)) : new Task(action!, state, creationOptions);

    /// <summary>The woven form of the constructors of <see cref="Task"/>.</summary>
    public static Task NewTask<TLineage>(Action<object?> action, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && action is not null && new DeferredAction<object?>(action, "new Task", site, isStartedLater: true) is var work ? work.Ends(new Task(work.Run, state, cancellationToken, creationOptions)) : new Task(action!, state, cancellationToken, creationOptions);

    /// <summary>The woven form of the constructors of <see cref="Task"/>.</summary>
    public static Task<TResult> NewTask<TLineage, TResult>(Func<TResult> function, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<TResult>(function, "new Task", site, isStartedLater: true) is var work ? work.Ends(new Task<TResult>(work.Run)) : new Task<TResult>(function!);

    /// <summary>The woven form of the constructors of <see cref="Task"/>.</summary>
    public static Task<TResult> NewTask<TLineage, TResult>(Func<TResult> function, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<TResult>(function, "new Task", site, isStartedLater: true) is var work ? work.Ends(new Task<TResult>(work.Run, cancellationToken)) : new Task<TResult>(function!, cancellationToken);

    /// <summary>The woven form of the constructors of <see cref="Task"/>.</summary>
    public static Task<TResult> NewTask<TLineage, TResult>(Func<TResult> function, TaskCreationOptions creationOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<TResult>(function, "new Task", site, isStartedLater: true) is var work ? work.Ends(new Task<TResult>(work.Run, creationOptions)) : new Task<TResult>(function!, creationOptions);

    /// <summary>The woven form of the constructors of <see cref="Task"/>.</summary>
    public static Task<TResult> NewTask<TLineage, TResult>(Func<TResult> function, CancellationToken cancellationToken, TaskCreationOptions creationOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<TResult>(function, "new Task", site, isStartedLater: true) is var work ? work.Ends(new Task<TResult>(work.Run, cancellationToken, creationOptions)) : new Task<TResult>(function!, cancellationToken, creationOptions);

    /// <summary>The woven form of the constructors of <see cref="Task"/>.</summary>
    public static Task<TResult> NewTask<TLineage, TResult>(Func<object?, TResult> function, object? state, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<object?, TResult>(function, "new Task", site, isStartedLater: true) is var work ? work.Ends(new Task<TResult>(work.Run, state)) : new Task<TResult>(function!, state);

    /// <summary>The woven form of the constructors of <see cref="Task"/>.</summary>
    public static Task<TResult> NewTask<TLineage, TResult>(Func<object?, TResult> function, object? state, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<object?, TResult>(function, "new Task", site, isStartedLater: true) is var work ? work.Ends(new Task<TResult>(work.Run, state, cancellationToken)) : new Task<TResult>(function!, state, cancellationToken);

    /// <summary>The woven form of the constructors of <see cref="Task"/>.</summary>
    public static Task<TResult> NewTask<TLineage, TResult>(Func<object?, TResult> function, object? state, TaskCreationOptions creationOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<object?, TResult>(function, "new Task", site, isStartedLater: true) is var work ? work.Ends(new Task<TResult>(work.Run, state, creationOptions)) : new Task<TResult>(function!, state, creationOptions);

    /// <summary>The woven form of the constructors of <see cref="Task"/>.</summary>
    public static Task<TResult> NewTask<TLineage, TResult>(Func<object?, TResult> function, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && function is not null && new DeferredFunction<object?, TResult>(function, "new Task", site, isStartedLater: true) is var work ? work.Ends(new Task<TResult>(work.Run, state, cancellationToken, creationOptions)) : new Task<TResult>(function!, state, cancellationToken, creationOptions);
}
