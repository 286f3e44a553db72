using Weft.Events;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>TaskCompletionSource.SetResult</c>: who waits for the task goes on from here.</summary>
    public static void SetResult<TLineage, TResult>(TaskCompletionSource<TResult> source, TResult result, int site) where TLineage : struct, ILineage
    {
        TaskSignal.Attempt attempt = TLineage.IsRecording ? TaskSignal.Try(source.Task, site) : default;
        source.SetResult(result);
        attempt.Ended(true);
    }

    /// <summary>The woven form of <c>TaskCompletionSource.TrySetResult</c>: who waits for the task goes on from here.</summary>
    public static bool TrySetResult<TLineage, TResult>(TaskCompletionSource<TResult> source, TResult result, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? TaskSignal.Try(source.Task, site).Ended(source.TrySetResult(result)) : source.TrySetResult(result);

    /// <summary>The woven form of <c>TaskCompletionSource.SetException</c>: who waits for the task goes on from here.</summary>
    public static void SetException<TLineage, TResult>(TaskCompletionSource<TResult> source, Exception exception, int site) where TLineage : struct, ILineage
    {
        TaskSignal.Attempt attempt = TLineage.IsRecording ? TaskSignal.Try(source.Task, site) : default;
        source.SetException(exception);
        attempt.Ended(true);
    }

    /// <summary>The woven form of <c>TaskCompletionSource.TrySetException</c>: who waits for the task goes on from here.</summary>
    public static bool TrySetException<TLineage, TResult>(TaskCompletionSource<TResult> source, Exception exception, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? TaskSignal.Try(source.Task, site).Ended(source.TrySetException(exception)) : source.TrySetException(exception);

    /// <summary>The woven form of <c>TaskCompletionSource.SetException</c>: who waits for the task goes on from here.</summary>
    public static void SetException<TLineage, TResult>(TaskCompletionSource<TResult> source, IEnumerable<Exception> exceptions, int site) where TLineage : struct, ILineage
    {
        TaskSignal.Attempt attempt = TLineage.IsRecording ? TaskSignal.Try(source.Task, site) : default;
        source.SetException(exceptions);
        attempt.Ended(true);
    }

    /// <summary>The woven form of <c>TaskCompletionSource.TrySetException</c>: who waits for the task goes on from here.</summary>
    public static bool TrySetException<TLineage, TResult>(TaskCompletionSource<TResult> source, IEnumerable<Exception> exceptions, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? TaskSignal.Try(source.Task, site).Ended(source.TrySetException(exceptions)) : source.TrySetException(exceptions);

    /// <summary>The woven form of <c>TaskCompletionSource.SetCanceled</c>: who waits for the task goes on from here.</summary>
    public static void SetCanceled<TLineage, TResult>(TaskCompletionSource<TResult> source, int site) where TLineage : struct, ILineage
    {
        TaskSignal.Attempt attempt = TLineage.IsRecording ? TaskSignal.Try(source.Task, site) : default;
        source.SetCanceled();
        attempt.Ended(true);
    }

    /// <summary>The woven form of <c>TaskCompletionSource.TrySetCanceled</c>: who waits for the task goes on from here.</summary>
    public static bool TrySetCanceled<TLineage, TResult>(TaskCompletionSource<TResult> source, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? TaskSignal.Try(source.Task, site).Ended(source.TrySetCanceled()) : source.TrySetCanceled();

    /// <summary>The woven form of <c>TaskCompletionSource.SetCanceled</c>: who waits for the task goes on from here.</summary>
    public static void SetCanceled<TLineage, TResult>(TaskCompletionSource<TResult> source, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        TaskSignal.Attempt attempt = TLineage.IsRecording ? TaskSignal.Try(source.Task, site) : default;
        source.SetCanceled(cancellationToken);
        attempt.Ended(true);
    }

    /// <summary>The woven form of <c>TaskCompletionSource.TrySetCanceled</c>: who waits for the task goes on from here.</summary>
    public static bool TrySetCanceled<TLineage, TResult>(TaskCompletionSource<TResult> source, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? TaskSignal.Try(source.Task, site).Ended(source.TrySetCanceled(cancellationToken)) : source.TrySetCanceled(cancellationToken);

    /// <summary>The woven form of <c>TaskCompletionSource.SetFromTask</c>: who waits for the task goes on from here.</summary>
    public static void SetFromTask<TLineage, TResult>(TaskCompletionSource<TResult> source, Task<TResult> completedTask, int site) where TLineage : struct, ILineage
    {
        TaskSignal.Attempt attempt = TLineage.IsRecording ? TaskSignal.Try(source.Task, site) : default;
        source.SetFromTask(completedTask);
        attempt.Ended(true);
    }

    /// <summary>The woven form of <c>TaskCompletionSource.TrySetFromTask</c>: who waits for the task goes on from here.</summary>
    public static bool TrySetFromTask<TLineage, TResult>(TaskCompletionSource<TResult> source, Task<TResult> completedTask, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? TaskSignal.Try(source.Task, site).Ended(source.TrySetFromTask(completedTask)) : source.TrySetFromTask(completedTask);
}
