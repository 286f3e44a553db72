using Weft.Events;
using Weft.Events.Synchronization;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ReaderWriterLockSlim.EnterReadLock</c>: where the lock is not free, who waits goes on from a release.</summary>
    public static void EnterReadLock<TLineage>(ReaderWriterLockSlim @lock, int site) where TLineage : struct, ILineage
    {
        if (EventSwitch.IsOnIn<TLineage>() && @lock is not null) ReaderWriterGate.TryEnter<ReadMode>(@lock, Timeout.Infinite, site);
        else @lock!.EnterReadLock();
    }

    /// <summary>The woven form of <c>ReaderWriterLockSlim.TryEnterReadLock</c>: where the lock is not free, who waits goes on from a release.</summary>
    public static bool TryEnterReadLock<TLineage>(ReaderWriterLockSlim @lock, int millisecondsTimeout, int site) where TLineage : struct, ILineage
        => EventSwitch.IsOnIn<TLineage>() && @lock is not null && ReaderWriterGate.MayWait(millisecondsTimeout)
            ? ReaderWriterGate.TryEnter<ReadMode>(@lock, millisecondsTimeout, site)
            : @lock!.TryEnterReadLock(millisecondsTimeout);

    /// <summary>The woven form of <c>ReaderWriterLockSlim.TryEnterReadLock</c>: where the lock is not free, who waits goes on from a release.</summary>
    public static bool TryEnterReadLock<TLineage>(ReaderWriterLockSlim @lock, TimeSpan timeout, int site) where TLineage : struct, ILineage
        => EventSwitch.IsOnIn<TLineage>() && @lock is not null && ReaderWriterGate.MayWait(timeout, out int milliseconds)
            ? ReaderWriterGate.TryEnter<ReadMode>(@lock, milliseconds, site)
            : @lock!.TryEnterReadLock(timeout);

    /// <summary>The woven form of <c>ReaderWriterLockSlim.ExitReadLock</c>.</summary>
    public static void ExitReadLock<TLineage>(ReaderWriterLockSlim @lock, int site) where TLineage : struct, ILineage
    {
        if (EventSwitch.IsOnIn<TLineage>() && ReaderWriterGate.IsAny && @lock is not null && ReadMode.IsHeld(@lock)) ReaderWriterGate.Exit<ReadMode>(@lock, site);
        else @lock!.ExitReadLock();
    }

    /// <summary>The woven form of <c>ReaderWriterLockSlim.EnterWriteLock</c>: where the lock is not free, who waits goes on from a release.</summary>
    public static void EnterWriteLock<TLineage>(ReaderWriterLockSlim @lock, int site) where TLineage : struct, ILineage
    {
        if (EventSwitch.IsOnIn<TLineage>() && @lock is not null) ReaderWriterGate.TryEnter<WriteMode>(@lock, Timeout.Infinite, site);
        else @lock!.EnterWriteLock();
    }

    /// <summary>The woven form of <c>ReaderWriterLockSlim.TryEnterWriteLock</c>: where the lock is not free, who waits goes on from a release.</summary>
    public static bool TryEnterWriteLock<TLineage>(ReaderWriterLockSlim @lock, int millisecondsTimeout, int site) where TLineage : struct, ILineage
        => EventSwitch.IsOnIn<TLineage>() && @lock is not null && ReaderWriterGate.MayWait(millisecondsTimeout)
            ? ReaderWriterGate.TryEnter<WriteMode>(@lock, millisecondsTimeout, site)
            : @lock!.TryEnterWriteLock(millisecondsTimeout);

    /// <summary>The woven form of <c>ReaderWriterLockSlim.TryEnterWriteLock</c>: where the lock is not free, who waits goes on from a release.</summary>
    public static bool TryEnterWriteLock<TLineage>(ReaderWriterLockSlim @lock, TimeSpan timeout, int site) where TLineage : struct, ILineage
        => EventSwitch.IsOnIn<TLineage>() && @lock is not null && ReaderWriterGate.MayWait(timeout, out int milliseconds)
            ? ReaderWriterGate.TryEnter<WriteMode>(@lock, milliseconds, site)
            : @lock!.TryEnterWriteLock(timeout);

    /// <summary>The woven form of <c>ReaderWriterLockSlim.ExitWriteLock</c>.</summary>
    public static void ExitWriteLock<TLineage>(ReaderWriterLockSlim @lock, int site) where TLineage : struct, ILineage
    {
        if (EventSwitch.IsOnIn<TLineage>() && ReaderWriterGate.IsAny && @lock is not null && WriteMode.IsHeld(@lock)) ReaderWriterGate.Exit<WriteMode>(@lock, site);
        else @lock!.ExitWriteLock();
    }

    /// <summary>The woven form of <c>ReaderWriterLockSlim.EnterUpgradeableReadLock</c>: where the lock is not free, who waits goes on from a release.</summary>
    public static void EnterUpgradeableReadLock<TLineage>(ReaderWriterLockSlim @lock, int site) where TLineage : struct, ILineage
    {
        if (EventSwitch.IsOnIn<TLineage>() && @lock is not null) ReaderWriterGate.TryEnter<UpgradeableReadMode>(@lock, Timeout.Infinite, site);
        else @lock!.EnterUpgradeableReadLock();
    }

    /// <summary>The woven form of <c>ReaderWriterLockSlim.TryEnterUpgradeableReadLock</c>: where the lock is not free, who waits goes on from a release.</summary>
    public static bool TryEnterUpgradeableReadLock<TLineage>(ReaderWriterLockSlim @lock, int millisecondsTimeout, int site) where TLineage : struct, ILineage
        => EventSwitch.IsOnIn<TLineage>() && @lock is not null && ReaderWriterGate.MayWait(millisecondsTimeout)
            ? ReaderWriterGate.TryEnter<UpgradeableReadMode>(@lock, millisecondsTimeout, site)
            : @lock!.TryEnterUpgradeableReadLock(millisecondsTimeout);

    /// <summary>The woven form of <c>ReaderWriterLockSlim.TryEnterUpgradeableReadLock</c>: where the lock is not free, who waits goes on from a release.</summary>
    public static bool TryEnterUpgradeableReadLock<TLineage>(ReaderWriterLockSlim @lock, TimeSpan timeout, int site) where TLineage : struct, ILineage
        => EventSwitch.IsOnIn<TLineage>() && @lock is not null && ReaderWriterGate.MayWait(timeout, out int milliseconds)
            ? ReaderWriterGate.TryEnter<UpgradeableReadMode>(@lock, milliseconds, site)
            : @lock!.TryEnterUpgradeableReadLock(timeout);

    /// <summary>The woven form of <c>ReaderWriterLockSlim.ExitUpgradeableReadLock</c>.</summary>
    public static void ExitUpgradeableReadLock<TLineage>(ReaderWriterLockSlim @lock, int site) where TLineage : struct, ILineage
    {
        if (EventSwitch.IsOnIn<TLineage>() && ReaderWriterGate.IsAny && @lock is not null && UpgradeableReadMode.IsHeld(@lock)) ReaderWriterGate.Exit<UpgradeableReadMode>(@lock, site);
        else @lock!.ExitUpgradeableReadLock();
    }
}
