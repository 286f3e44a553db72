using Weft.Segments;

namespace Weft.Store.Events.Export;

/// <summary>Writes events for a viewer of another format.</summary>
internal interface IEventExport
{
    /// <summary>Writes what stands before everything else: what tracks there are.</summary>
    /// <param name="events">All recordings.</param>
    /// <param name="units">The units that will be written.</param>
    void Begin(AskedEvents events, IEnumerable<ExportedUnit> units);

    /// <summary>Writes an execution unit.</summary>
    /// <param name="unit">The unit, and where its events are.</param>
    void Write(ExportedUnit unit);

    /// <summary>Writes what stands behind everything else.</summary>
    void End();
}

/// <summary>An execution unit that is exported; its events are read again each time they are enumerated.</summary>
/// <param name="Events">All recordings.</param>
/// <param name="Run">The one that holds the unit.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Trace">The trace that alone is exported; none for all.</param>
internal sealed record ExportedUnit(AskedEvents Events, EventRun Run, RecordedUnit Unit, TraceId Trace)
{
    /// <summary>What a person would call it.</summary>
    internal string Name => TimedEvent.NameOf(Unit);

    /// <summary>When its first event was; null when it has none.</summary>
    internal long? Begin => Run.EventsOf(Unit.Id).First is { } first ? Events.TimeOf(Run, first.Time) : null;

    /// <summary>When its last event was.</summary>
    internal long? End => Run.EventsOf(Unit.Id).Last is { } last ? Events.TimeOf(Run, last.Time) : null;

    /// <summary>What an event of it depended on in another unit; null where that is not exported.</summary>
    internal TimedEvent? CauseOf(TimedEvent each) => Events.Find(each.Reference) is { } cause && (Trace.IsNone || cause.Unit.Trace == Trace) ? cause : null;

    /// <summary>Its events, ascending by number. Times never fall: where executors that ran at once held the unit, an event has at least the time of the one before it.</summary>
    internal IEnumerable<TimedEvent> All()
    {
        long last = long.MinValue;
        foreach (TimedEvent each in Events.EventsOf(Run, Unit))
        {
            last = Math.Max(last, each.Time);
            yield return each.Time == last ? each : each with { Time = last };
        }
    }
}

/// <summary>Exports the events of recordings.</summary>
internal static class EventExport
{
    /// <summary>Exports the units of recordings, one after the other: of however many events, only those of a few sections are in memory.</summary>
    /// <param name="events">The recordings.</param>
    /// <param name="trace">Only units of this trace; none for all.</param>
    /// <param name="export">The format.</param>
    /// <param name="progress">Is told the number of events written so far.</param>
    /// <returns>The number of events.</returns>
    internal static long Write(AskedEvents events, TraceId trace, IEventExport export, Action<long>? progress = null)
    {
        IEnumerable<ExportedUnit> units = events.Runs.SelectMany(run => run.Recording.Units
            .Where(unit => (trace.IsNone || unit.Trace == trace) && run.Recording.SectionsOf(unit.Id).Any())
            .Select(unit => new ExportedUnit(events, run, unit, trace)));
        long count = 0;
        export.Begin(events, units);
        foreach (ExportedUnit unit in units)
        {
            if (unit.Begin is null) continue; // its sections cannot be read
            export.Write(unit);
            count += unit.Run.Recording.SectionsOf(unit.Unit.Id).Sum(section => (long)section.Head.Count);
            progress?.Invoke(count);
        }
        export.End();
        return count;
    }
}
