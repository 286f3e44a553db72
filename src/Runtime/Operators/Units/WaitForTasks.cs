using Weft.Events;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Task.WaitAll</c>: the thread waits, and goes on from the end of each task.</summary>
    public static void WaitAll<TLineage>(Task[] tasks, int site) where TLineage : struct, ILineage
    {
        Blocking blocking = TLineage.IsRecording ? Blocking.BeginMany(tasks, site) : default;
        try
        {
            Task.WaitAll(tasks);
        }
        finally
        {
            if (TLineage.IsRecording) blocking.EndMany(tasks);
        }
    }

    /// <summary>The woven form of <c>Task.WaitAll</c>: the thread waits, and goes on from the end of each task.</summary>
    public static bool WaitAll<TLineage>(Task[] tasks, int millisecondsTimeout, int site) where TLineage : struct, ILineage
    {
        Blocking blocking = TLineage.IsRecording ? Blocking.BeginMany(tasks, site) : default;
        try
        {
            return Task.WaitAll(tasks, millisecondsTimeout);
        }
        finally
        {
            if (TLineage.IsRecording) blocking.EndMany(tasks);
        }
    }

    /// <summary>The woven form of <c>Task.WaitAll</c>: the thread waits, and goes on from the end of each task.</summary>
    public static bool WaitAll<TLineage>(Task[] tasks, TimeSpan timeout, int site) where TLineage : struct, ILineage
    {
        Blocking blocking = TLineage.IsRecording ? Blocking.BeginMany(tasks, site) : default;
        try
        {
            return Task.WaitAll(tasks, timeout);
        }
        finally
        {
            if (TLineage.IsRecording) blocking.EndMany(tasks);
        }
    }

    /// <summary>The woven form of <c>Task.WaitAll</c>: the thread waits, and goes on from the end of each task.</summary>
    public static void WaitAll<TLineage>(Task[] tasks, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        Blocking blocking = TLineage.IsRecording ? Blocking.BeginMany(tasks, site) : default;
        try
        {
            Task.WaitAll(tasks, cancellationToken);
        }
        finally
        {
            if (TLineage.IsRecording) blocking.EndMany(tasks);
        }
    }

    /// <summary>The woven form of <c>Task.WaitAll</c>: the thread waits, and goes on from the end of each task.</summary>
    public static bool WaitAll<TLineage>(Task[] tasks, int millisecondsTimeout, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        Blocking blocking = TLineage.IsRecording ? Blocking.BeginMany(tasks, site) : default;
        try
        {
            return Task.WaitAll(tasks, millisecondsTimeout, cancellationToken);
        }
        finally
        {
            if (TLineage.IsRecording) blocking.EndMany(tasks);
        }
    }

    /// <summary>The woven form of <c>Task.WaitAny</c>: the thread waits, and goes on from the end of the task that was first.</summary>
    public static int WaitAny<TLineage>(Task[] tasks, int site) where TLineage : struct, ILineage
    {
        Blocking blocking = TLineage.IsRecording ? Blocking.BeginMany(tasks, site) : default;
        int first = -1;
        try
        {
            return first = Task.WaitAny(tasks);
        }
        finally
        {
            if (TLineage.IsRecording) blocking.EndFirst(tasks, first);
        }
    }

    /// <summary>The woven form of <c>Task.WaitAny</c>: the thread waits, and goes on from the end of the task that was first.</summary>
    public static int WaitAny<TLineage>(Task[] tasks, int millisecondsTimeout, int site) where TLineage : struct, ILineage
    {
        Blocking blocking = TLineage.IsRecording ? Blocking.BeginMany(tasks, site) : default;
        int first = -1;
        try
        {
            return first = Task.WaitAny(tasks, millisecondsTimeout);
        }
        finally
        {
            if (TLineage.IsRecording) blocking.EndFirst(tasks, first);
        }
    }

    /// <summary>The woven form of <c>Task.WaitAny</c>: the thread waits, and goes on from the end of the task that was first.</summary>
    public static int WaitAny<TLineage>(Task[] tasks, TimeSpan timeout, int site) where TLineage : struct, ILineage
    {
        Blocking blocking = TLineage.IsRecording ? Blocking.BeginMany(tasks, site) : default;
        int first = -1;
        try
        {
            return first = Task.WaitAny(tasks, timeout);
        }
        finally
        {
            if (TLineage.IsRecording) blocking.EndFirst(tasks, first);
        }
    }

    /// <summary>The woven form of <c>Task.WaitAny</c>: the thread waits, and goes on from the end of the task that was first.</summary>
    public static int WaitAny<TLineage>(Task[] tasks, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        Blocking blocking = TLineage.IsRecording ? Blocking.BeginMany(tasks, site) : default;
        int first = -1;
        try
        {
            return first = Task.WaitAny(tasks, cancellationToken);
        }
        finally
        {
            if (TLineage.IsRecording) blocking.EndFirst(tasks, first);
        }
    }

    /// <summary>The woven form of <c>Task.WaitAny</c>: the thread waits, and goes on from the end of the task that was first.</summary>
    public static int WaitAny<TLineage>(Task[] tasks, int millisecondsTimeout, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        Blocking blocking = TLineage.IsRecording ? Blocking.BeginMany(tasks, site) : default;
        int first = -1;
        try
        {
            return first = Task.WaitAny(tasks, millisecondsTimeout, cancellationToken);
        }
        finally
        {
            if (TLineage.IsRecording) blocking.EndFirst(tasks, first);
        }
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
