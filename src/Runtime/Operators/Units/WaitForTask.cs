using Weft.Events;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Task.Wait</c>: the thread waits, and goes on from the end of the task.</summary>
    public static void Wait<TLineage>(Task task, int site) where TLineage : struct, ILineage
    {
        Blocking blocking = TLineage.IsRecording ? Blocking.Begin(task, site) : default;
        try
        {
            task.Wait();
        }
        finally
        {
            if (TLineage.IsRecording) blocking.End(task.IsCompleted);
        }
    }

    /// <summary>The woven form of <c>Task.Wait</c>: the thread waits, and goes on from the end of the task.</summary>
    public static bool Wait<TLineage>(Task task, int millisecondsTimeout, int site) where TLineage : struct, ILineage
    {
        Blocking blocking = TLineage.IsRecording ? Blocking.Begin(task, site) : default;
        try
        {
            return task.Wait(millisecondsTimeout);
        }
        finally
        {
            if (TLineage.IsRecording) blocking.End(task.IsCompleted);
        }
    }

    /// <summary>The woven form of <c>Task.Wait</c>: the thread waits, and goes on from the end of the task.</summary>
    public static bool Wait<TLineage>(Task task, TimeSpan timeout, int site) where TLineage : struct, ILineage
    {
        Blocking blocking = TLineage.IsRecording ? Blocking.Begin(task, site) : default;
        try
        {
            return task.Wait(timeout);
        }
        finally
        {
            if (TLineage.IsRecording) blocking.End(task.IsCompleted);
        }
    }

    /// <summary>The woven form of <c>Task.Wait</c>: the thread waits, and goes on from the end of the task.</summary>
    public static void Wait<TLineage>(Task task, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        Blocking blocking = TLineage.IsRecording ? Blocking.Begin(task, site) : default;
        try
        {
            task.Wait(cancellationToken);
        }
        finally
        {
            if (TLineage.IsRecording) blocking.End(task.IsCompleted);
        }
    }

    /// <summary>The woven form of <c>Task.Wait</c>: the thread waits, and goes on from the end of the task.</summary>
    public static bool Wait<TLineage>(Task task, int millisecondsTimeout, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        Blocking blocking = TLineage.IsRecording ? Blocking.Begin(task, site) : default;
        try
        {
            return task.Wait(millisecondsTimeout, cancellationToken);
        }
        finally
        {
            if (TLineage.IsRecording) blocking.End(task.IsCompleted);
        }
    }

    /// <summary>The woven form of <c>Task.Wait</c>: the thread waits, and goes on from the end of the task.</summary>
    public static bool Wait<TLineage>(Task task, TimeSpan timeout, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        Blocking blocking = TLineage.IsRecording ? Blocking.Begin(task, site) : default;
        try
        {
            return task.Wait(timeout, cancellationToken);
        }
        finally
        {
            if (TLineage.IsRecording) blocking.End(task.IsCompleted);
        }
    }

    /// <summary>The woven form of <c>Task.Result</c>: the thread waits, and goes on from the end of the task.</summary>
    public static TResult Result<TLineage, TResult>(Task<TResult> task, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && task is not null) Waiting.Block(task, site);
        return task!.Result;
    }
}
