namespace Weft.Events.Synchronization;

/// <summary>The phases of a barrier.</summary>
internal sealed class BarrierPhases
{
    private readonly Lock _lock = new();
    private BarrierPhase? _current;

    /// <summary>The current unit arrives, or leaves the barrier for good: what others may go on from.</summary>
    internal static BarrierPhase Arrive(Barrier barrier, int site)
    {
        EventId arrival = ExecutionUnit.Current.Event(EventKind.Signal, default, site);
        BarrierPhases phases = Beside<BarrierPhases>.Of(barrier);
        lock (phases._lock)
        {
            long number = barrier.CurrentPhaseNumber; // does not change before the calling thread has arrived
            if (phases._current is not { } phase || phase.Number != number) phases._current = phase = new BarrierPhase(number);
            phase.Add(arrival);
            return phase;
        }
    }
}
