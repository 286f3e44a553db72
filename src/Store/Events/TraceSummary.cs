using Weft.Segments;

namespace Weft.Store.Events;

/// <summary>A trace, in short.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What a person would call the first of its units.</param>
/// <param name="Begin">When its first event was, in nanoseconds since 1970.</param>
/// <param name="End">When its last one was.</param>
/// <param name="Processes">The processes that took part.</param>
/// <param name="Units">The number of execution units that began in it.</param>
/// <param name="Events">The number of their events.</param>
internal sealed record TraceSummary(TraceId Id, string Name, long Begin, long End, IReadOnlyList<EventRun> Processes, long Units, long Events)
{
    /// <summary>A trace, from its units.</summary>
    internal static TraceSummary Of(AskedEvents events, TraceId id, IReadOnlyCollection<(EventRun Run, RecordedUnit Unit)> units)
    {
        (long begin, long end, string name) = (long.MaxValue, long.MinValue, "");
        foreach ((EventRun run, RecordedUnit unit) in units)
        {
            UnitEvents own = run.EventsOf(unit.Id);
            if (own.First is not { } first || own.Last is not { } last) continue;
            long time = events.TimeOf(run, first.Time);
            if (time < begin) (begin, name) = (time, TimedEvent.NameOf(unit));
            end = Math.Max(end, events.TimeOf(run, last.Time));
        }
        if (end < begin) (begin, end, name) = (0, 0, TimedEvent.NameOf(units.First().Unit));
        return new TraceSummary(
            id, name, begin, end, [.. units.Select(unit => unit.Run).Distinct()], units.Count,
            units.Sum(unit => unit.Run.Recording.SectionsOf(unit.Unit.Id).Sum(section => (long)section.Head.Count)));
    }
}
