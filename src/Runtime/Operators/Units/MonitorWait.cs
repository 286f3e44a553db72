using Weft.Events;
using Weft.Events.Synchronization;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Monitor.Wait</c>: who waits goes on from who calls it.</summary>
    public static bool WaitOnLock<TLineage>(object @lock, int site) where TLineage : struct, ILineage
    {
        if (!EventSwitch.IsOnIn<TLineage>() || @lock is null || !Monitor.IsEntered(@lock)) return Monitor.Wait(@lock!); // which complains
        bool isOver = false;
        using var wait = new ThreadWait(LockWaiters.Begin(@lock, site), 0, in isOver, site);
        return isOver = Monitor.Wait(@lock);
    }

    /// <summary>The woven form of <c>Monitor.Wait</c>: who waits goes on from who calls it.</summary>
    public static bool WaitOnLock<TLineage>(object @lock, int millisecondsTimeout, int site) where TLineage : struct, ILineage
    {
        if (!EventSwitch.IsOnIn<TLineage>() || @lock is null || !Monitor.IsEntered(@lock)) return Monitor.Wait(@lock!, millisecondsTimeout); // which complains
        bool isOver = false;
        using var wait = new ThreadWait(LockWaiters.Begin(@lock, site), 0, in isOver, site);
        return isOver = Monitor.Wait(@lock, millisecondsTimeout);
    }

    /// <summary>The woven form of <c>Monitor.Wait</c>: who waits goes on from who calls it.</summary>
    public static bool WaitOnLock<TLineage>(object @lock, TimeSpan timeout, int site) where TLineage : struct, ILineage
    {
        if (!EventSwitch.IsOnIn<TLineage>() || @lock is null || !Monitor.IsEntered(@lock)) return Monitor.Wait(@lock!, timeout); // which complains
        bool isOver = false;
        using var wait = new ThreadWait(LockWaiters.Begin(@lock, site), 0, in isOver, site);
        return isOver = Monitor.Wait(@lock, timeout);
    }

    /// <summary>The woven form of <c>Monitor.Wait</c>: who waits goes on from who calls it.</summary>
    public static bool WaitOnLock<TLineage>(object @lock, int millisecondsTimeout, bool exitContext, int site) where TLineage : struct, ILineage
    {
        if (!EventSwitch.IsOnIn<TLineage>() || @lock is null || !Monitor.IsEntered(@lock)) return Monitor.Wait(@lock!, millisecondsTimeout, exitContext); // which complains
        bool isOver = false;
        using var wait = new ThreadWait(LockWaiters.Begin(@lock, site), 0, in isOver, site);
        return isOver = Monitor.Wait(@lock, millisecondsTimeout, exitContext);
    }

    /// <summary>The woven form of <c>Monitor.Wait</c>: who waits goes on from who calls it.</summary>
    public static bool WaitOnLock<TLineage>(object @lock, TimeSpan timeout, bool exitContext, int site) where TLineage : struct, ILineage
    {
        if (!EventSwitch.IsOnIn<TLineage>() || @lock is null || !Monitor.IsEntered(@lock)) return Monitor.Wait(@lock!, timeout, exitContext); // which complains
        bool isOver = false;
        using var wait = new ThreadWait(LockWaiters.Begin(@lock, site), 0, in isOver, site);
        return isOver = Monitor.Wait(@lock, timeout, exitContext);
    }

    /// <summary>The woven form of <c>Monitor.Pulse</c>: who waits goes on from here.</summary>
    public static void PulseLock<TLineage>(object @lock, int site) where TLineage : struct, ILineage
    {
        if (EventSwitch.IsOnIn<TLineage>() && @lock is not null && Monitor.IsEntered(@lock)) LockWaiters.Pulse(@lock, all: false, site);
        Monitor.Pulse(@lock!);
    }

    /// <summary>The woven form of <c>Monitor.PulseAll</c>: who waits goes on from here.</summary>
    public static void PulseAllLock<TLineage>(object @lock, int site) where TLineage : struct, ILineage
    {
        if (EventSwitch.IsOnIn<TLineage>() && @lock is not null && Monitor.IsEntered(@lock)) LockWaiters.Pulse(@lock, all: true, site);
        Monitor.PulseAll(@lock!);
    }
}
