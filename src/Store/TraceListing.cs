using Weft.Segments;
using Weft.Store.Events;
using Weft.Store.Runs;

namespace Weft.Store;

/// <summary>The traces of runs.</summary>
/// <param name="Traces">The newest of them, newest first.</param>
/// <param name="Count">How many there are in the window that was asked for.</param>
/// <param name="Runs">The runs.</param>
internal sealed record TraceListing(IReadOnlyList<TraceSummary> Traces, long Count, IReadOnlyList<RunInfo> Runs)
{
    /// <summary>Lists the traces of runs.</summary>
    /// <param name="runs">The runs; one or more.</param>
    /// <param name="window">When the traces began, UTC.</param>
    /// <param name="limit">Most traces to list.</param>
    internal static TraceListing Of(IReadOnlyList<OpenRun> runs, TimeWindow window, int limit)
    {
        var events = new AskedEvents(runs);
        if (events.WhyNone() is { } reason) throw new AskException(AskFault.NotFound, reason);

        var units = new Dictionary<TraceId, List<(EventRun Run, RecordedUnit Unit)>>();
        foreach (EventRun run in events.Runs)
        {
            foreach (RecordedUnit unit in run.Recording.Units)
            {
                if (unit.Trace.IsNone) continue;
                if (!units.TryGetValue(unit.Trace, out List<(EventRun, RecordedUnit)>? known)) units.Add(unit.Trace, known = []);
                known.Add((run, unit));
            }
        }
        (TraceId Id, long Begin)[] inWindow = [.. units.Select(pair => (pair.Key, BeginOf(events, pair.Value))).Where(trace => window.Holds(trace.Item2)).OrderByDescending(trace => trace.Item2)];
        return new TraceListing([.. inWindow.Take(limit).Select(trace => TraceSummary.Of(events, trace.Id, units[trace.Id]))], inWindow.Length, [.. runs.Select(run => run.Info)]);
    }

    // Of the units in each recording the first one began first.
    private static long BeginOf(AskedEvents events, List<(EventRun Run, RecordedUnit Unit)> units) =>
        units.DistinctBy(unit => unit.Run).Min(unit => unit.Run.EventsOf(unit.Unit.Id).First is { } first ? events.TimeOf(unit.Run, first.Time) : long.MaxValue);
}

/// <summary>A stretch of time that a question is about.</summary>
/// <param name="From">Its beginning, UTC; null for none.</param>
/// <param name="To">Its end, UTC; null for none.</param>
internal readonly record struct TimeWindow(DateTime? From, DateTime? To)
{
    /// <summary>Whether a time is in it.</summary>
    /// <param name="time">Nanoseconds since 1970.</param>
    internal bool Holds(long time)
    {
        DateTime utc = Events.Clocks.ProcessTimeline.ToUtc(time);
        return (From is not { } from || utc >= from) && (To is not { } to || utc <= to);
    }

    /// <summary>Whether a run may have gone on in it.</summary>
    internal bool MayHold(RunInfo run) => (From is not { } from || run.Ended is not { } ended || ended >= from) && (To is not { } to || run.Started <= to);
}
