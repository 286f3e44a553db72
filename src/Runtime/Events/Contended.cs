namespace Weft.Events;

/// <summary>Takes locks that were not free a moment ago.</summary>
internal static class Contended
{
    internal static void Enter(object @lock, ref bool isTaken, int site)
    {
        Contention.Wait wait = Contention.Begin(@lock, site);
        try
        {
            Monitor.Enter(@lock, ref isTaken);
        }
        finally
        {
            wait.End(isTaken);
        }
    }

    internal static void TryEnter(object @lock, int milliseconds, ref bool isTaken, int site)
    {
        if (milliseconds == 0) return;
        Contention.Wait wait = Contention.Begin(@lock, site);
        try
        {
            Monitor.TryEnter(@lock, milliseconds, ref isTaken);
        }
        finally
        {
            wait.End(isTaken);
        }
    }

    internal static void TryEnter(object @lock, TimeSpan timeout, ref bool isTaken, int site)
    {
        if (timeout == TimeSpan.Zero) return;
        Contention.Wait wait = Contention.Begin(@lock, site);
        try
        {
            Monitor.TryEnter(@lock, timeout, ref isTaken);
        }
        finally
        {
            wait.End(isTaken);
        }
    }

    internal static void Enter(Lock @lock, int site)
    {
        bool isTaken = false;
        Contention.Wait wait = Contention.Begin(@lock, site);
        try
        {
            @lock.Enter();
            isTaken = true;
        }
        finally
        {
            wait.End(isTaken);
        }
    }

    internal static bool TryEnter(Lock @lock, TimeSpan timeout, int site)
    {
        bool isTaken = false;
        Contention.Wait wait = Contention.Begin(@lock, site);
        try
        {
            return isTaken = @lock.TryEnter(timeout);
        }
        finally
        {
            wait.End(isTaken);
        }
    }
}
