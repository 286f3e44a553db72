namespace Weft.Events.Synchronization;

/// <summary>A thread that has given a lock back to wait until it is called; it holds the lock again when it goes on.</summary>
internal sealed class LockWaiter(LockWaiters waiters) : WaitedFor
{
    /// <summary>By whom it was called; none while it was not.</summary>
    internal EventId Pulse { get; set; }

    /// <inheritdoc/>
    internal override void End(ExecutionUnit unit, long ticket, bool isOver, int siteNumber)
    {
        waiters.Remove(this);
        unit.EndWait(EventKind.Resume, isOver ? Pulse : default, siteNumber);
    }
}
