using Weft.Events;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>TaskCompletionSource.SetResult</c>: who waits for the task goes on from here.</summary>
    public static void SetResult<TLineage, TResult>(TaskCompletionSource<TResult> source, TResult result, int site) where TLineage : struct, ILineage
    {
        if (!TrySetResult<TLineage, TResult>(source, result, site)) source.SetResult(result); // which complains
    }

    /// <summary>The woven form of <c>TaskCompletionSource.TrySetResult</c>: who waits for the task goes on from here.</summary>
    public static bool TrySetResult<TLineage, TResult>(TaskCompletionSource<TResult> source, TResult result, int site) where TLineage : struct, ILineage
        => TaskSignal.Try<TLineage>(source.Task, site).Ended(source.TrySetResult(result));

    /// <summary>The woven form of <c>TaskCompletionSource.SetException</c>: who waits for the task goes on from here.</summary>
    public static void SetException<TLineage, TResult>(TaskCompletionSource<TResult> source, Exception exception, int site) where TLineage : struct, ILineage
    {
        if (!TrySetException<TLineage, TResult>(source, exception, site)) source.SetException(exception); // which complains
    }

    /// <summary>The woven form of <c>TaskCompletionSource.TrySetException</c>: who waits for the task goes on from here.</summary>
    public static bool TrySetException<TLineage, TResult>(TaskCompletionSource<TResult> source, Exception exception, int site) where TLineage : struct, ILineage
        => TaskSignal.Try<TLineage>(source.Task, site).Ended(source.TrySetException(exception));

    /// <summary>The woven form of <c>TaskCompletionSource.SetException</c>: who waits for the task goes on from here.</summary>
    public static void SetException<TLineage, TResult>(TaskCompletionSource<TResult> source, IEnumerable<Exception> exceptions, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording) exceptions = exceptions is null ? null! : [.. exceptions]; // asked for once, also where they come too late
        if (!TrySetException<TLineage, TResult>(source, exceptions, site)) source.SetException(exceptions);
    }

    /// <summary>The woven form of <c>TaskCompletionSource.TrySetException</c>: who waits for the task goes on from here.</summary>
    public static bool TrySetException<TLineage, TResult>(TaskCompletionSource<TResult> source, IEnumerable<Exception> exceptions, int site) where TLineage : struct, ILineage
        => TaskSignal.Try<TLineage>(source.Task, site).Ended(source.TrySetException(exceptions));

    /// <summary>The woven form of <c>TaskCompletionSource.SetCanceled</c>: who waits for the task goes on from here.</summary>
    public static void SetCanceled<TLineage, TResult>(TaskCompletionSource<TResult> source, int site) where TLineage : struct, ILineage
    {
        if (!TrySetCanceled<TLineage, TResult>(source, site)) source.SetCanceled(); // which complains
    }

    /// <summary>The woven form of <c>TaskCompletionSource.TrySetCanceled</c>: who waits for the task goes on from here.</summary>
    public static bool TrySetCanceled<TLineage, TResult>(TaskCompletionSource<TResult> source, int site) where TLineage : struct, ILineage
        => TaskSignal.Try<TLineage>(source.Task, site).Ended(source.TrySetCanceled());

    /// <summary>The woven form of <c>TaskCompletionSource.SetCanceled</c>: who waits for the task goes on from here.</summary>
    public static void SetCanceled<TLineage, TResult>(TaskCompletionSource<TResult> source, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        if (!TrySetCanceled<TLineage, TResult>(source, cancellationToken, site)) source.SetCanceled(cancellationToken); // which complains
    }

    /// <summary>The woven form of <c>TaskCompletionSource.TrySetCanceled</c>: who waits for the task goes on from here.</summary>
    public static bool TrySetCanceled<TLineage, TResult>(TaskCompletionSource<TResult> source, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TaskSignal.Try<TLineage>(source.Task, site).Ended(source.TrySetCanceled(cancellationToken));

    /// <summary>The woven form of <c>TaskCompletionSource.SetFromTask</c>: who waits for the task goes on from here.</summary>
    public static void SetFromTask<TLineage, TResult>(TaskCompletionSource<TResult> source, Task<TResult> completedTask, int site) where TLineage : struct, ILineage
    {
        if (!TrySetFromTask<TLineage, TResult>(source, completedTask, site)) source.SetFromTask(completedTask); // which complains
    }

    /// <summary>The woven form of <c>TaskCompletionSource.TrySetFromTask</c>: who waits for the task goes on from here.</summary>
    public static bool TrySetFromTask<TLineage, TResult>(TaskCompletionSource<TResult> source, Task<TResult> completedTask, int site) where TLineage : struct, ILineage
        => TaskSignal.Try<TLineage>(source.Task, site).Ended(source.TrySetFromTask(completedTask));
}
