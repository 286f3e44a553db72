using System.Runtime.CompilerServices;

namespace Weft.Dataflow;

/// <summary>Stands for a task whose result its block adds as it comes: so that nothing else comes between what is told of it and its being added.</summary>
// Design: the block adds a result in a continuation that runs synchronously, on the thread that completes the task, unless there is no stack left. So the task that the block gets is
// completed under the block's own lock, where there is enough of it.
internal sealed class UnorderedTask<T>(Results results, ulong span) : TaskCompletionSource<T>
{
    /// <summary>A task of the same outcome as <paramref name="task"/>.</summary>
    internal static Task<T> Of(Task<T> task, Results results, ulong span)
    {
        var unordered = new UnorderedTask<T>(results, span);
        // The block must have its continuation on the task before that is completed.
        Handling.Current.After = () => task.ContinueWith(
            static (done, state) => ((UnorderedTask<T>)state!).Complete(done), unordered, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return unordered.Task;
    }

    private void Complete(Task<T> task)
    {
        if (task.IsCompletedSuccessfully)
        {
            if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            {
                ThreadPool.UnsafeQueueUserWorkItem(static one => one.Unordered.Complete(one.Task), (Unordered: this, Task: task), preferLocal: false);
                return;
            }
            lock (results.Exit.AddingLock)
            {
                results.Exit.Add(span);
                SetResult(task.Result);
            }
        }
        else if (task.IsCanceled)
        {
            SetCanceled();
        }
        else
        {
            SetException(task.Exception!.InnerExceptions);
        }
    }
}
