namespace Weft.Events.Synchronization;

/// <summary>The threads that have given a lock back to wait until somebody who holds it calls them. Who holds the lock is the only one to touch it.</summary>
internal sealed class LockWaiters
{
    private readonly List<LockWaiter> _waiting = []; // in the order in which they are called

    /// <summary>The calling thread, which holds a lock, is about to wait.</summary>
    internal static LockWaiter Begin(object @lock, int site)
    {
        if (Contention.IsAny) Contention.Release(@lock, site);
        LockWaiters waiters = Beside<LockWaiters>.Of(@lock);
        var waiter = new LockWaiter(waiters);
        waiters._waiting.Add(waiter);
        return waiter;
    }

    /// <summary>The calling thread, which holds a lock, calls the first that waits, or all.</summary>
    internal static void Pulse(object @lock, bool all, int site)
    {
        if (Beside<LockWaiters>.Find(@lock) is not { _waiting: { Count: > 0 } waiting }) return;
        EventId pulse = ExecutionUnit.Current.Event(EventKind.Signal, default, site);
        int called = all ? waiting.Count : 1;
        for (int i = 0; i < called; i++) waiting[i].Pulse = pulse;
        waiting.RemoveRange(0, called);
    }

    internal void Remove(LockWaiter waiter) => _waiting.Remove(waiter);
}
