namespace Weft.Events.Synchronization;

/// <summary>A thread's wait for a lock of readers and writers.</summary>
/// <param name="gate">The lock's.</param>
/// <param name="isReader">Whether it waits to read.</param>
/// <param name="since">The number of the last release before the wait.</param>
internal sealed class ReaderWriterWait(ReaderWriterGate gate, bool isReader, long since) : WaitedFor
{
    /// <inheritdoc/>
    internal override void End(ExecutionUnit unit, long ticket, bool isOver, int siteNumber)
    {
        EventId release = gate.End(isReader, since);
        unit.EndWait(isOver ? EventKind.Acquire : EventKind.Resume, isOver ? release : default, siteNumber);
    }
}
