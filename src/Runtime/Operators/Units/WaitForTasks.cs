using Weft.Events;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Task.WaitAll</c>: the thread waits, and goes on from the end of each task.</summary>
    public static void WaitAll<TLineage>(Task[] tasks, int site) where TLineage : struct, ILineage
    {
        using Blocking blocking = Blocking.Begin<TLineage>(tasks, site);
        Task.WaitAll(tasks);
    }

    /// <summary>The woven form of <c>Task.WaitAll</c>: the thread waits, and goes on from the end of each task.</summary>
    public static bool WaitAll<TLineage>(Task[] tasks, int millisecondsTimeout, int site) where TLineage : struct, ILineage
    {
        using Blocking blocking = Blocking.Begin<TLineage>(tasks, site);
        return Task.WaitAll(tasks, millisecondsTimeout);
    }

    /// <summary>The woven form of <c>Task.WaitAll</c>: the thread waits, and goes on from the end of each task.</summary>
    public static bool WaitAll<TLineage>(Task[] tasks, TimeSpan timeout, int site) where TLineage : struct, ILineage
    {
        using Blocking blocking = Blocking.Begin<TLineage>(tasks, site);
        return Task.WaitAll(tasks, timeout);
    }

    /// <summary>The woven form of <c>Task.WaitAll</c>: the thread waits, and goes on from the end of each task.</summary>
    public static void WaitAll<TLineage>(Task[] tasks, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        using Blocking blocking = Blocking.Begin<TLineage>(tasks, site);
        Task.WaitAll(tasks, cancellationToken);
    }

    /// <summary>The woven form of <c>Task.WaitAll</c>: the thread waits, and goes on from the end of each task.</summary>
    public static bool WaitAll<TLineage>(Task[] tasks, int millisecondsTimeout, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        using Blocking blocking = Blocking.Begin<TLineage>(tasks, site);
        return Task.WaitAll(tasks, millisecondsTimeout, cancellationToken);
    }

    /// <summary>The woven form of <c>Task.WaitAny</c>: the thread waits, and goes on from the end of the task that was first.</summary>
    public static int WaitAny<TLineage>(Task[] tasks, int site) where TLineage : struct, ILineage
    {
        int first = -1;
        using BlockingForFirst blocking = BlockingForFirst.Begin<TLineage>(tasks, in first, site);
        return first = Task.WaitAny(tasks);
    }

    /// <summary>The woven form of <c>Task.WaitAny</c>: the thread waits, and goes on from the end of the task that was first.</summary>
    public static int WaitAny<TLineage>(Task[] tasks, int millisecondsTimeout, int site) where TLineage : struct, ILineage
    {
        int first = -1;
        using BlockingForFirst blocking = BlockingForFirst.Begin<TLineage>(tasks, in first, site);
        return first = Task.WaitAny(tasks, millisecondsTimeout);
    }

    /// <summary>The woven form of <c>Task.WaitAny</c>: the thread waits, and goes on from the end of the task that was first.</summary>
    public static int WaitAny<TLineage>(Task[] tasks, TimeSpan timeout, int site) where TLineage : struct, ILineage
    {
        int first = -1;
        using BlockingForFirst blocking = BlockingForFirst.Begin<TLineage>(tasks, in first, site);
        return first = Task.WaitAny(tasks, timeout);
    }

    /// <summary>The woven form of <c>Task.WaitAny</c>: the thread waits, and goes on from the end of the task that was first.</summary>
    public static int WaitAny<TLineage>(Task[] tasks, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        int first = -1;
        using BlockingForFirst blocking = BlockingForFirst.Begin<TLineage>(tasks, in first, site);
        return first = Task.WaitAny(tasks, cancellationToken);
    }

    /// <summary>The woven form of <c>Task.WaitAny</c>: the thread waits, and goes on from the end of the task that was first.</summary>
    public static int WaitAny<TLineage>(Task[] tasks, int millisecondsTimeout, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        int first = -1;
        using BlockingForFirst blocking = BlockingForFirst.Begin<TLineage>(tasks, in first, site);
        return first = Task.WaitAny(tasks, millisecondsTimeout, cancellationToken);
    }

    /// <summary>The woven form of <c>Task.WaitAll</c>: the thread waits, and goes on from the end of each task.</summary>
    public static void WaitAll<TLineage>(ReadOnlySpan<Task> tasks, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording) WaitAll<TLineage>(tasks.ToArray(), site);
        else Task.WaitAll(tasks);
    }

    /// <summary>The woven form of <c>Task.WaitAll</c>: the thread waits, and goes on from the end of each task.</summary>
    public static void WaitAll<TLineage>(IEnumerable<Task> tasks, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && tasks is not null) WaitAll<TLineage>([.. tasks], cancellationToken, site);
        else Task.WaitAll(tasks!, cancellationToken);
    }
}
