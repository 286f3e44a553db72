using System.Runtime.CompilerServices;

namespace Weft.Events.Synchronization;

/// <summary>A lock of readers and writers that somebody has waited for: whose release let whom in.</summary>
// Design: as with other locks, releases are told only while somebody waits. Several readers may leave at once, so that each leaves under the gate's lock. A writer goes on from who left last;
// readers have waited for a writer, and go on from the last of these.
internal sealed class ReaderWriterGate
{
    private static int _waiting; // for any lock of this kind

    private readonly Lock _lock = new();
    private int _threads;        // that wait
    private (EventId Event, long Number) _last, _lastOfWriter;

    /// <summary>Whether anybody waits for any lock of this kind.</summary>
    internal static bool IsAny
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] // in front of every release
        get => Volatile.Read(ref _waiting) != 0;
    }

    /// <summary>Whether a thread with this timeout may wait at all, and does not get an exception instead.</summary>
    internal static bool MayWait(int millisecondsTimeout) => millisecondsTimeout is > 0 or Timeout.Infinite;

    /// <summary>As <see cref="MayWait(int)"/>; gives the timeout in milliseconds, as the lock itself counts them.</summary>
    internal static bool MayWait(TimeSpan timeout, out int milliseconds)
    {
        var all = (long)timeout.TotalMilliseconds;
        milliseconds = (int)all;
        return all == milliseconds && MayWait(milliseconds);
    }

    /// <summary>Enters a lock; where it is not free, the calling thread waits, and goes on from a release.</summary>
    internal static bool TryEnter<TMode>(ReaderWriterLockSlim @lock, int millisecondsTimeout, int site) where TMode : struct, IReaderWriterMode
    {
        if (TMode.TryEnter(@lock, 0)) return true;
        bool isTaken = false;
        using var wait = new ThreadWait(Begin(@lock, TMode.IsReader), 0, in isTaken, site);
        return isTaken = TMode.TryEnter(@lock, millisecondsTimeout);
    }

    /// <summary>Leaves a lock that the calling thread holds, while somebody waits for some lock of this kind.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // keeps the release of free locks short
    internal static void Exit<TMode>(ReaderWriterLockSlim @lock, int site) where TMode : struct, IReaderWriterMode
    {
        if (Beside<ReaderWriterGate>.Find(@lock) is not { } gate || Volatile.Read(ref gate._threads) == 0)
        {
            TMode.Exit(@lock);
            return;
        }
        lock (gate._lock)
        {
            gate._last = (ExecutionUnit.Current.Event(EventKind.Release, default, site), gate._last.Number + 1);
            if (TMode.IsWriter) gate._lastOfWriter = gate._last;
            TMode.Exit(@lock);
        }
    }

    /// <summary>A thread begins to wait.</summary>
    private static ReaderWriterWait Begin(ReaderWriterLockSlim @lock, bool isReader)
    {
        ReaderWriterGate gate = Beside<ReaderWriterGate>.Of(@lock);
        Interlocked.Increment(ref gate._threads);
        Interlocked.Increment(ref _waiting);
        lock (gate._lock) return new ReaderWriterWait(gate, isReader, gate._last.Number);
    }

    /// <summary>A thread waits no longer; gives the release that let it in, where that is known.</summary>
    internal EventId End(bool isReader, long since)
    {
        Interlocked.Decrement(ref _waiting);
        Interlocked.Decrement(ref _threads);
        lock (_lock)
        {
            (EventId release, long number) = isReader ? _lastOfWriter : _last;
            return number > since ? release : default;
        }
    }
}
