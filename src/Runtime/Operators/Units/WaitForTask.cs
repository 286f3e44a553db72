using Weft.Events;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Task.Wait</c>: the thread waits, and goes on from the end of the task.</summary>
    public static void Wait<TLineage>(Task task, int site) where TLineage : struct, ILineage
    {
        using Blocking blocking = Blocking.Begin<TLineage>(task, site);
        task.Wait();
    }

    /// <summary>The woven form of <c>Task.Wait</c>: the thread waits, and goes on from the end of the task.</summary>
    public static bool Wait<TLineage>(Task task, int millisecondsTimeout, int site) where TLineage : struct, ILineage
    {
        using Blocking blocking = Blocking.Begin<TLineage>(task, site);
        return task.Wait(millisecondsTimeout);
    }

    /// <summary>The woven form of <c>Task.Wait</c>: the thread waits, and goes on from the end of the task.</summary>
    public static bool Wait<TLineage>(Task task, TimeSpan timeout, int site) where TLineage : struct, ILineage
    {
        using Blocking blocking = Blocking.Begin<TLineage>(task, site);
        return task.Wait(timeout);
    }

    /// <summary>The woven form of <c>Task.Wait</c>: the thread waits, and goes on from the end of the task.</summary>
    public static void Wait<TLineage>(Task task, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        using Blocking blocking = Blocking.Begin<TLineage>(task, site);
        task.Wait(cancellationToken);
    }

    /// <summary>The woven form of <c>Task.Wait</c>: the thread waits, and goes on from the end of the task.</summary>
    public static bool Wait<TLineage>(Task task, int millisecondsTimeout, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        using Blocking blocking = Blocking.Begin<TLineage>(task, site);
        return task.Wait(millisecondsTimeout, cancellationToken);
    }

    /// <summary>The woven form of <c>Task.Wait</c>: the thread waits, and goes on from the end of the task.</summary>
    public static bool Wait<TLineage>(Task task, TimeSpan timeout, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        using Blocking blocking = Blocking.Begin<TLineage>(task, site);
        return task.Wait(timeout, cancellationToken);
    }

    /// <summary>The woven form of <c>Task.Result</c>: the thread waits, and goes on from the end of the task.</summary>
    public static TResult Result<TLineage, TResult>(Task<TResult> task, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && task is not null) Waiting.Block(task, site);
        return task!.Result;
    }
}
