using System.Runtime.CompilerServices;

namespace Weft.Events.Synchronization;

/// <summary>A semaphore that somebody has waited for: which release let whom in.</summary>
// Design: as a lock's, a semaphore's order is chance, and told only where it made somebody wait: then releases are events, each of which is made and done under the gate's lock, so that they
// have an order. Permits are alike: threads that wait take those of the releases one by one, as do those that come by meanwhile and need not wait. Asynchronous waits have an order of
// their own; the semaphore serves them in it, once no thread waits. What cannot be told (both kinds wait at once; a release at the moment when a wait begins) refers to nothing.
internal sealed class SemaphoreGate : WaitedFor
{
    private static int _waiting;    // for any semaphore

    private readonly Lock _lock = new();
    private readonly Queue<EventId> _forThreads = new();    // a permit each, that was released while threads waited, and not yet taken
    private readonly List<SemaphoreEntry> _entries = [];    // in the order in which they wait
    private int _threads;                                   // that wait

    /// <summary>Whether anybody waits for any semaphore.</summary>
    internal static bool IsAny
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] // in front of every release
        get => Volatile.Read(ref _waiting) != 0;
    }

    /// <summary>Releases a semaphore, while somebody waits for some semaphore.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // keeps the release of free semaphores short
    internal static int Release(SemaphoreSlim semaphore, int permits, int site)
    {
        if (Beside<SemaphoreGate>.Find(semaphore) is not { } gate) return semaphore.Release(permits);
        lock (gate._lock)
        {
            if (gate._threads == 0 && gate._entries.Count == 0) return semaphore.Release(permits);
            EventId release = ExecutionUnit.Current.Event(EventKind.Release, default, site);
            int before = semaphore.Release(permits);
            gate.Hand(release, permits);
            return before;
        }
    }

    /// <summary>A permit was taken without a wait, while somebody waits for some semaphore.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void TakenAtOnce(SemaphoreSlim semaphore)
    {
        if (Beside<SemaphoreGate>.Find(semaphore) is not { } gate) return;
        lock (gate._lock) gate._forThreads.TryDequeue(out _);
    }

    /// <summary>A task stands for a wait that has just begun; it is given back.</summary>
    internal static TTask Await<TTask>(SemaphoreSlim semaphore, TTask task, bool isDirect) where TTask : Task
    {
        if (!task.IsCompleted) Beside<SemaphoreGate>.Of(semaphore).Add(task, isDirect);
        else if (IsAny && SemaphoreEntry.IsTaken(task)) TakenAtOnce(semaphore);
        return task;
    }

    /// <summary>A thread begins to wait.</summary>
    internal static SemaphoreGate Begin(SemaphoreSlim semaphore)
    {
        SemaphoreGate gate = Beside<SemaphoreGate>.Of(semaphore);
        lock (gate._lock)
        {
            if (gate._threads++ == 0) gate._forThreads.Clear(); // there was no permit, so these were taken unseen
        }
        Interlocked.Increment(ref _waiting);
        return gate;
    }

    /// <inheritdoc/>
    internal override void End(ExecutionUnit unit, long ticket, bool isOver, int siteNumber)
    {
        Interlocked.Decrement(ref _waiting);
        EventId release = default;
        lock (_lock)
        {
            _threads--;
            if (isOver) _forThreads.TryDequeue(out release);
        }
        unit.EndWait(isOver ? EventKind.Acquire : EventKind.Resume, release, siteNumber);
    }

    /// <summary>An asynchronous wait is over; gives the release whose permit it has, where that is known.</summary>
    internal EventId End(SemaphoreEntry entry)
    {
        lock (_lock)
        {
            Remove(entry, default);
            return entry.Release;
        }
    }

    private void Add(Task task, bool isDirect)
    {
        var entry = new SemaphoreEntry(this, task, isDirect);
        TaskEnd.Set(task, entry);
        lock (_lock)
        {
            ForgetFailed();
            if (task.IsCompleted) return;
            _entries.Add(entry);
            entry.IsWaiting = true;
        }
        Interlocked.Increment(ref _waiting);
    }

    // Behind the release. The task of a direct wait is complete if it was served; that of any other will be.
    private void Hand(EventId release, int permits)
    {
        ForgetFailed();
        for (int i = 0; i < _entries.Count && permits > 0;)
        {
            if (_entries[i].IsServed) Give(_entries[i], release, ref permits);
            else i++;
        }
        if (_threads == 0)
        {
            for (int i = 0; i < _entries.Count && permits > 0;)
            {
                if (!_entries[i].IsDirect) Give(_entries[i], release, ref permits);
                else i++;
            }
        }
        else if (_entries.Count == 0)
        {
            for (permits = Math.Min(permits, _threads); permits > 0; permits--) _forThreads.Enqueue(release);
        }
    }

    private void Give(SemaphoreEntry entry, EventId release, ref int permits)
    {
        Remove(entry, release);
        permits--;
    }

    private void Remove(SemaphoreEntry entry, EventId release)
    {
        if (!entry.IsWaiting) return;
        entry.IsWaiting = false;
        entry.Release = release;
        _entries.Remove(entry);
        Interlocked.Decrement(ref _waiting);
    }

    // Cancelled, or out of time.
    private void ForgetFailed()
    {
        for (int i = _entries.Count - 1; i >= 0; i--)
            if (_entries[i].HasFailed) Remove(_entries[i], default);
    }
}
