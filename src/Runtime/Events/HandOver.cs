namespace Weft.Events;

/// <summary>What an execution unit gives along with work that it hands over: where the work's own unit goes on from.</summary>
/// <param name="Cause">The trace, and the event that the work depends on.</param>
/// <param name="Record">The record that the giver handled.</param>
/// <param name="Site">The handle of the site of the hand-over; 0 is none.</param>
internal readonly record struct HandOver(TraceContext Cause, CurrentRecord Record, int Site)
{
    /// <summary>Hands over from the current unit, whose progress is an event of its own.</summary>
    internal static HandOver FromCurrent(int site)
    {
        ExecutionUnit giver = ExecutionUnit.Current;
        EventId fork = giver.Event(EventKind.Fork, default, site);
        return new HandOver(new TraceContext(giver.Trace, fork), giver.Record, site);
    }

    /// <summary>What the current unit gives along with work that is handed over later, by whom ever.</summary>
    internal static HandOver FromMaker(int site)
    {
        ExecutionUnit maker = ExecutionUnit.Current;
        return new HandOver(new TraceContext(maker.Trace, maker.LastEvent), maker.Record, site);
    }
}
