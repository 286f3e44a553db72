namespace Weft.Events;

/// <summary>Takes locks that were not free a moment ago.</summary>
// Design: a lock that becomes free while one would spin for it anyway is taken without a word, like one that is free: what two events cost is more than such a wait.
internal static class Contended
{
    private const int Spins = 24;

    internal static void Enter(object @lock, ref bool isTaken, int site)
    {
        for (int i = 1; i <= Spins && !isTaken; i++)
        {
            Thread.SpinWait(2 * i);
            Monitor.TryEnter(@lock, ref isTaken);
        }
        if (isTaken) return;
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
        for (int i = 1; i <= Spins; i++)
        {
            Thread.SpinWait(2 * i);
            if (@lock.TryEnter()) return;
        }
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
