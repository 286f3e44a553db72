using Weft.Events;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Monitor.Enter</c>: where the lock is not free, who waits goes on from its release.</summary>
    public static void EnterLock<TLineage>(object @lock, int site) where TLineage : struct, ILineage
    {
        bool isTaken = false;
        if (!TLineage.IsRecording) Monitor.Enter(@lock);
        else if (!Monitor.TryEnter(@lock)) Contended.Enter(@lock, ref isTaken, site);
    }

    /// <summary>The woven form of <c>Monitor.Enter</c>: where the lock is not free, who waits goes on from its release.</summary>
    public static void EnterLock<TLineage>(object @lock, ref bool isTaken, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording)
        {
            Monitor.Enter(@lock, ref isTaken);
            return;
        }
        Monitor.TryEnter(@lock, ref isTaken);
        if (!isTaken) Contended.Enter(@lock, ref isTaken, site);
    }

    /// <summary>The woven form of <c>Monitor.Exit</c>.</summary>
    public static void ExitLock<TLineage>(object @lock, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && Contention.IsAny && @lock is not null) Contention.Release(@lock, site);
        Monitor.Exit(@lock!);
    }

    /// <summary>The woven form of <c>Monitor.TryEnter</c>: where the lock is not free, who waits goes on from its release.</summary>
    public static bool TryEnterLock<TLineage>(object @lock, int millisecondsTimeout, int site) where TLineage : struct, ILineage
    {
        bool isTaken = false;
        TryEnterLock<TLineage>(@lock, millisecondsTimeout, ref isTaken, site);
        return isTaken;
    }

    /// <summary>The woven form of <c>Monitor.TryEnter</c>: where the lock is not free, who waits goes on from its release.</summary>
    public static void TryEnterLock<TLineage>(object @lock, int millisecondsTimeout, ref bool isTaken, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || millisecondsTimeout < Timeout.Infinite)
        {
            Monitor.TryEnter(@lock, millisecondsTimeout, ref isTaken);
            return;
        }
        Monitor.TryEnter(@lock, ref isTaken);
        if (!isTaken) Contended.TryEnter(@lock, millisecondsTimeout, ref isTaken, site);
    }

    /// <summary>The woven form of <c>Monitor.TryEnter</c>: where the lock is not free, who waits goes on from its release.</summary>
    public static bool TryEnterLock<TLineage>(object @lock, TimeSpan timeout, int site) where TLineage : struct, ILineage
    {
        bool isTaken = false;
        TryEnterLock<TLineage>(@lock, timeout, ref isTaken, site);
        return isTaken;
    }

    /// <summary>The woven form of <c>Monitor.TryEnter</c>: where the lock is not free, who waits goes on from its release.</summary>
    public static void TryEnterLock<TLineage>(object @lock, TimeSpan timeout, ref bool isTaken, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || timeout.TotalMilliseconds is <= Timeout.Infinite - 1 or > int.MaxValue)
        {
            Monitor.TryEnter(@lock, timeout, ref isTaken);
            return;
        }
        Monitor.TryEnter(@lock, ref isTaken);
        if (!isTaken) Contended.TryEnter(@lock, timeout, ref isTaken, site);
    }
}
