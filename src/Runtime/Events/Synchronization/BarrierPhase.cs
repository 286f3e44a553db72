namespace Weft.Events.Synchronization;

/// <summary>One phase of a barrier: each participant goes on from the arrival of all.</summary>
// Design: an arrow from each to each would be as many as the square of them. The first one to go on joins the arrivals and signals that the phase is over, and the others go on from that;
// between the barrier and that signal it runs no code of the program's.
internal sealed class BarrierPhase(long number) : WaitedFor
{
    private readonly Lock _lock = new();
    private readonly List<EventId> _arrivals = [];
    private EventId _over; // the signal; none until somebody goes on

    internal long Number => number;

    internal void Add(EventId arrival)
    {
        lock (_lock) _arrivals.Add(arrival);
    }

    /// <inheritdoc/>
    internal override void End(ExecutionUnit unit, long ticket, bool isOver, int siteNumber)
    {
        lock (_lock)
        {
            int own = _arrivals.FindIndex(arrival => arrival.Unit == unit.Id);
            if (!isOver)
            {
                if (own >= 0) _arrivals.RemoveAt(own); // it has not arrived after all
                unit.EndWait(EventKind.Resume, default, siteNumber);
                return;
            }
            if (!_over.IsNone)
            {
                unit.EndWait(EventKind.Resume, _over, siteNumber);
                return;
            }
            EventId[] others = [.. _arrivals.Where(arrival => arrival.Unit != unit.Id)];
            unit.EndWait(EventKind.Resume, others.LastOrDefault(), siteNumber);
            foreach (EventId other in others.SkipLast(1)) unit.GoOnFrom(EventKind.Join, other, siteNumber);
            _over = unit.Add(Capture.ThreadBuffer.ForEvents, EventKind.Signal, default, siteNumber);
        }
    }
}
