using Weft.Segments;
using Weft.Store.Addresses;

namespace Weft.Store.Events;

/// <summary>Finds the event at which an output was made.</summary>
internal static class OutputEvent
{
    /// <summary>The last event of the unit that made an output, at the time when it was made; null when no event tells.</summary>
    internal static TimedEvent? Of(AskedEvents events, EventRun run, OutputRecord record)
    {
        if (run.Recording.MomentOf(record.Occurrence.Recorded.Block) is not { } moment || events.Find(moment.Event) is not { } last) return null;

        // Not recorded as an event: an output is made by a unit that goes on.
        RecordedEvent made = new(last.Event.Number + 1, EventKind.Signal, moment.Time, default, moment.Site, 0, null, null);
        return new TimedEvent(run, last.Unit, made, events.TimeOf(run, moment.Time));
    }
}
