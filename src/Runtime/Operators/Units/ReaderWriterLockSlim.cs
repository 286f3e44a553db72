using Weft.Events;
using Weft.Events.Synchronization;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ReaderWriterLockSlim.EnterReadLock</c>: where the lock is not free, who waits goes on from a release.</summary>
    public static void EnterReadLock<TLineage>(ReaderWriterLockSlim @lock, int site) where TLineage : struct, ILineage
    {
        if (!EventSwitch.IsOnIn<TLineage>() || @lock is null)
        {
            @lock!.EnterReadLock();
            return;
        }
        if (@lock.TryEnterReadLock(0)) return;
        bool isTaken = false;
        using var wait = new ThreadWait(ReaderWriterGate.Begin(@lock, isReader: true), 0, in isTaken, site);
        @lock.EnterReadLock();
        isTaken = true;
    }

    /// <summary>The woven form of <c>ReaderWriterLockSlim.TryEnterReadLock</c>: where the lock is not free, who waits goes on from a release.</summary>
    public static bool TryEnterReadLock<TLineage>(ReaderWriterLockSlim @lock, int millisecondsTimeout, int site) where TLineage : struct, ILineage
    {
        if (!EventSwitch.IsOnIn<TLineage>() || @lock is null || millisecondsTimeout is 0 or < Timeout.Infinite) return @lock!.TryEnterReadLock(millisecondsTimeout);
        if (@lock.TryEnterReadLock(0)) return true;
        bool isTaken = false;
        using var wait = new ThreadWait(ReaderWriterGate.Begin(@lock, isReader: true), 0, in isTaken, site);
        return isTaken = @lock.TryEnterReadLock(millisecondsTimeout);
    }

    /// <summary>The woven form of <c>ReaderWriterLockSlim.TryEnterReadLock</c>: where the lock is not free, who waits goes on from a release.</summary>
    public static bool TryEnterReadLock<TLineage>(ReaderWriterLockSlim @lock, TimeSpan timeout, int site) where TLineage : struct, ILineage
    {
        if (!EventSwitch.IsOnIn<TLineage>() || @lock is null || timeout == TimeSpan.Zero || timeout.TotalMilliseconds is <= Timeout.Infinite - 1 or > int.MaxValue) return @lock!.TryEnterReadLock(timeout);
        if (@lock.TryEnterReadLock(0)) return true;
        bool isTaken = false;
        using var wait = new ThreadWait(ReaderWriterGate.Begin(@lock, isReader: true), 0, in isTaken, site);
        return isTaken = @lock.TryEnterReadLock(timeout);
    }

    /// <summary>The woven form of <c>ReaderWriterLockSlim.ExitReadLock</c>.</summary>
    public static void ExitReadLock<TLineage>(ReaderWriterLockSlim @lock, int site) where TLineage : struct, ILineage
    {
        if (EventSwitch.IsOnIn<TLineage>() && ReaderWriterGate.IsAny && @lock is { IsReadLockHeld: true }) ReaderWriterGate.Release(@lock, isWriter: false, static one => one.ExitReadLock(), site);
        else @lock!.ExitReadLock();
    }

    /// <summary>The woven form of <c>ReaderWriterLockSlim.EnterWriteLock</c>: where the lock is not free, who waits goes on from a release.</summary>
    public static void EnterWriteLock<TLineage>(ReaderWriterLockSlim @lock, int site) where TLineage : struct, ILineage
    {
        if (!EventSwitch.IsOnIn<TLineage>() || @lock is null)
        {
            @lock!.EnterWriteLock();
            return;
        }
        if (@lock.TryEnterWriteLock(0)) return;
        bool isTaken = false;
        using var wait = new ThreadWait(ReaderWriterGate.Begin(@lock, isReader: false), 0, in isTaken, site);
        @lock.EnterWriteLock();
        isTaken = true;
    }

    /// <summary>The woven form of <c>ReaderWriterLockSlim.TryEnterWriteLock</c>: where the lock is not free, who waits goes on from a release.</summary>
    public static bool TryEnterWriteLock<TLineage>(ReaderWriterLockSlim @lock, int millisecondsTimeout, int site) where TLineage : struct, ILineage
    {
        if (!EventSwitch.IsOnIn<TLineage>() || @lock is null || millisecondsTimeout is 0 or < Timeout.Infinite) return @lock!.TryEnterWriteLock(millisecondsTimeout);
        if (@lock.TryEnterWriteLock(0)) return true;
        bool isTaken = false;
        using var wait = new ThreadWait(ReaderWriterGate.Begin(@lock, isReader: false), 0, in isTaken, site);
        return isTaken = @lock.TryEnterWriteLock(millisecondsTimeout);
    }

    /// <summary>The woven form of <c>ReaderWriterLockSlim.TryEnterWriteLock</c>: where the lock is not free, who waits goes on from a release.</summary>
    public static bool TryEnterWriteLock<TLineage>(ReaderWriterLockSlim @lock, TimeSpan timeout, int site) where TLineage : struct, ILineage
    {
        if (!EventSwitch.IsOnIn<TLineage>() || @lock is null || timeout == TimeSpan.Zero || timeout.TotalMilliseconds is <= Timeout.Infinite - 1 or > int.MaxValue) return @lock!.TryEnterWriteLock(timeout);
        if (@lock.TryEnterWriteLock(0)) return true;
        bool isTaken = false;
        using var wait = new ThreadWait(ReaderWriterGate.Begin(@lock, isReader: false), 0, in isTaken, site);
        return isTaken = @lock.TryEnterWriteLock(timeout);
    }

    /// <summary>The woven form of <c>ReaderWriterLockSlim.ExitWriteLock</c>.</summary>
    public static void ExitWriteLock<TLineage>(ReaderWriterLockSlim @lock, int site) where TLineage : struct, ILineage
    {
        if (EventSwitch.IsOnIn<TLineage>() && ReaderWriterGate.IsAny && @lock is { IsWriteLockHeld: true }) ReaderWriterGate.Release(@lock, isWriter: true, static one => one.ExitWriteLock(), site);
        else @lock!.ExitWriteLock();
    }

    /// <summary>The woven form of <c>ReaderWriterLockSlim.EnterUpgradeableReadLock</c>: where the lock is not free, who waits goes on from a release.</summary>
    public static void EnterUpgradeableReadLock<TLineage>(ReaderWriterLockSlim @lock, int site) where TLineage : struct, ILineage
    {
        if (!EventSwitch.IsOnIn<TLineage>() || @lock is null)
        {
            @lock!.EnterUpgradeableReadLock();
            return;
        }
        if (@lock.TryEnterUpgradeableReadLock(0)) return;
        bool isTaken = false;
        using var wait = new ThreadWait(ReaderWriterGate.Begin(@lock, isReader: false), 0, in isTaken, site);
        @lock.EnterUpgradeableReadLock();
        isTaken = true;
    }

    /// <summary>The woven form of <c>ReaderWriterLockSlim.TryEnterUpgradeableReadLock</c>: where the lock is not free, who waits goes on from a release.</summary>
    public static bool TryEnterUpgradeableReadLock<TLineage>(ReaderWriterLockSlim @lock, int millisecondsTimeout, int site) where TLineage : struct, ILineage
    {
        if (!EventSwitch.IsOnIn<TLineage>() || @lock is null || millisecondsTimeout is 0 or < Timeout.Infinite) return @lock!.TryEnterUpgradeableReadLock(millisecondsTimeout);
        if (@lock.TryEnterUpgradeableReadLock(0)) return true;
        bool isTaken = false;
        using var wait = new ThreadWait(ReaderWriterGate.Begin(@lock, isReader: false), 0, in isTaken, site);
        return isTaken = @lock.TryEnterUpgradeableReadLock(millisecondsTimeout);
    }

    /// <summary>The woven form of <c>ReaderWriterLockSlim.TryEnterUpgradeableReadLock</c>: where the lock is not free, who waits goes on from a release.</summary>
    public static bool TryEnterUpgradeableReadLock<TLineage>(ReaderWriterLockSlim @lock, TimeSpan timeout, int site) where TLineage : struct, ILineage
    {
        if (!EventSwitch.IsOnIn<TLineage>() || @lock is null || timeout == TimeSpan.Zero || timeout.TotalMilliseconds is <= Timeout.Infinite - 1 or > int.MaxValue) return @lock!.TryEnterUpgradeableReadLock(timeout);
        if (@lock.TryEnterUpgradeableReadLock(0)) return true;
        bool isTaken = false;
        using var wait = new ThreadWait(ReaderWriterGate.Begin(@lock, isReader: false), 0, in isTaken, site);
        return isTaken = @lock.TryEnterUpgradeableReadLock(timeout);
    }

    /// <summary>The woven form of <c>ReaderWriterLockSlim.ExitUpgradeableReadLock</c>.</summary>
    public static void ExitUpgradeableReadLock<TLineage>(ReaderWriterLockSlim @lock, int site) where TLineage : struct, ILineage
    {
        if (EventSwitch.IsOnIn<TLineage>() && ReaderWriterGate.IsAny && @lock is { IsUpgradeableReadLockHeld: true }) ReaderWriterGate.Release(@lock, isWriter: false, static one => one.ExitUpgradeableReadLock(), site);
        else @lock!.ExitUpgradeableReadLock();
    }
}
