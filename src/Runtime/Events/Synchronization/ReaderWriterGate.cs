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

    /// <summary>Leaves a lock that the calling thread holds, as <paramref name="leave"/> does it, while somebody waits for some lock of this kind.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // keeps the release of free locks short
    internal static void Release(ReaderWriterLockSlim @lock, bool isWriter, Action<ReaderWriterLockSlim> leave, int site)
    {
        if (Beside<ReaderWriterGate>.Find(@lock) is not { } gate || Volatile.Read(ref gate._threads) == 0)
        {
            leave(@lock);
            return;
        }
        lock (gate._lock)
        {
            gate._last = (ExecutionUnit.Current.Event(EventKind.Release, default, site), gate._last.Number + 1);
            if (isWriter) gate._lastOfWriter = gate._last;
            leave(@lock);
        }
    }

    /// <summary>A thread begins to wait.</summary>
    internal static ReaderWriterWait Begin(ReaderWriterLockSlim @lock, bool isReader)
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
