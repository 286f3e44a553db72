using Weft.Segments;
using Weft.Store.Events;
using Weft.Store.Runs;

namespace Weft.Store;

/// <summary>The events of a trace, over execution units and processes.</summary>
/// <param name="Trace">The trace, in short.</param>
/// <param name="Events">The first of its events, by time.</param>
/// <param name="Runs">The runs that hold them.</param>
/// <param name="Reasons">What is missing.</param>
/// <param name="Clocks">How sure the times are that span processes.</param>
internal sealed record TraceAnswer(TraceSummary Trace, IReadOnlyList<TimedEvent> Events, IReadOnlyList<RunInfo> Runs, IReadOnlyList<string> Reasons, IReadOnlyList<string> Clocks)
{
    /// <summary>Asks runs. Throws <see cref="AskException"/> where none of them has the trace.</summary>
    /// <param name="runs">The runs; one or more.</param>
    /// <param name="id">The trace.</param>
    /// <param name="limit">Most events to list.</param>
    internal static TraceAnswer Ask(IReadOnlyList<OpenRun> runs, TraceId id, int limit)
    {
        var events = new AskedEvents(runs);
        (EventRun Run, RecordedUnit Unit)[] units = [.. events.Runs.SelectMany(run => run.Recording.Units.Where(unit => unit.Trace == id).Select(unit => (run, unit)))];
        if (units.Length == 0) throw new AskException(AskFault.NotFound, events.WhyNone() ?? $"no trace {id} in {(runs.Count == 1 ? $"run {runs[0].Info.Name}" : $"these {runs.Count} runs")}.{Nearest(events, id)}");

        TraceSummary trace = TraceSummary.Of(events, id, units);
        return new TraceAnswer(
            trace, [.. ByTime(events, units).Take(limit)], [.. trace.Processes.Select(run => run.Run.Info)], [.. trace.Processes.SelectMany(ReasonsOf)],
            trace.Processes.Count > 1 ? events.Alignment.Describe() : []);
    }

    /// <summary>All events of units, the first one first, though the units are read one beside the other.</summary>
    private static IEnumerable<TimedEvent> ByTime(AskedEvents events, IEnumerable<(EventRun Run, RecordedUnit Unit)> units)
    {
        var next = new PriorityQueue<IEnumerator<TimedEvent>, (long Time, long Number)>();
        foreach ((EventRun run, RecordedUnit unit) in units) Enqueue(events.EventsOf(run, unit).GetEnumerator());
        while (next.TryDequeue(out IEnumerator<TimedEvent>? unit, out _))
        {
            yield return unit.Current;
            Enqueue(unit);
        }

        void Enqueue(IEnumerator<TimedEvent> unit)
        {
            if (unit.MoveNext()) next.Enqueue(unit, (unit.Current.Time, unit.Current.Event.Number));
        }
    }

    private static IEnumerable<string> ReasonsOf(EventRun run)
    {
        if (run.Recording.LostEvents.Count > 0) yield return $"{run.Recording.LostEvents.Sum(lost => lost.Count)} events of {run.Name} were dropped because the writer could not keep up (WEFT_BACKPRESSURE=drop)";
        if (run.Recording.DescribeDamage() is { } damage) yield return damage;
        else if (run.Recording.End is null) yield return $"the recording of {run.Name} has no end: what came last is not in it";
    }

    // Who writes part of an id means the ids that begin so; otherwise the newest may help.
    private static string Nearest(AskedEvents events, TraceId id)
    {
        TraceId[] known = [.. events.Runs.SelectMany(run => run.Recording.Units).Select(unit => unit.Trace).Where(trace => !trace.IsNone).Distinct()];
        if (known.Length == 0) return "";
        IEnumerable<TraceId> nearest = known.OrderByDescending(trace => trace.ToString().Zip(id.ToString()).TakeWhile(pair => pair.First == pair.Second).Count()).ThenByDescending(trace => trace).Take(3);
        return $" The nearest are:\n{Lines.Of([.. nearest.Select(trace => trace.ToString())])}";
    }
}
