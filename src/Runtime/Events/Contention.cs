using System.Runtime.CompilerServices;
using Weft.Capture;
using Weft.Events.Synchronization;

namespace Weft.Events;

/// <summary>Locks that somebody waits for: who gets one goes on from the release that let him in.</summary>
// Design: a lock that is free is taken and given back without a word, but for one look at a number: how many threads wait for any lock. One that is not free has a gate, by which the
// holder hears that his release is of interest. Who holds a lock is the only one to write to its gate, and who has taken it reads what the holder before him wrote.
internal static class Contention
{
    private static int _waiting;    // threads that wait for a lock, of any

    /// <summary>Whether anybody waits for any lock.</summary>
    internal static bool IsAny
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] // in front of every release
        get => Volatile.Read(ref _waiting) != 0;
    }

    /// <summary>The current unit begins to wait for a lock that is not free.</summary>
    internal static Wait Begin<TLock>(TLock @lock, int site) where TLock : class
    {
        Gate gate = Beside<Gate>.Of(@lock);
        Interlocked.Increment(ref gate.Waiting);
        Interlocked.Increment(ref _waiting);
        ExecutionUnit unit = ExecutionUnit.Current;
        unit.Wait(null, site);
        return new Wait(gate, unit, Volatile.Read(ref gate.Releases), SiteRegistry.NumberOf(site));
    }

    /// <summary>The current unit is about to release a lock, while somebody waits for some lock.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // keeps the release of free locks short
    internal static void Release<TLock>(TLock @lock, int site) where TLock : class
    {
        if (Beside<Gate>.Find(@lock) is not { } gate || Volatile.Read(ref gate.Waiting) == 0) return;
        EventId release = ExecutionUnit.Current.Event(EventKind.Release, default, site);
        gate.LastRelease = release;
        Volatile.Write(ref gate.Releases, gate.Releases + 1);
    }

    /// <summary>A lock that was waited for at least once.</summary>
    internal sealed class Gate
    {
        internal int Waiting;           // threads that wait for it
        internal long Releases;         // that were told; who holds the lock writes it
        internal EventId LastRelease;   // who holds the lock writes it
    }

    /// <summary>A wait for a lock.</summary>
    internal readonly struct Wait(Gate gate, ExecutionUnit unit, long releases, int siteNumber)
    {
        /// <summary>The wait is over. A release that nobody told of, because it came at the same moment, is not referred to.</summary>
        internal void End(bool isTaken)
        {
            Interlocked.Decrement(ref gate.Waiting);
            Interlocked.Decrement(ref _waiting);
            EventId release = isTaken && Volatile.Read(ref gate.Releases) != releases ? gate.LastRelease : default;
            unit.EndWait(isTaken ? EventKind.Acquire : EventKind.Resume, release, siteNumber);
        }
    }
}
