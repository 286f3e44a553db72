using Weft.Segments;
using Weft.Store.Events.Clocks;
using Weft.Store.Runs;

namespace Weft.Store.Events;

/// <summary>The events of one recording or several, as one graph: an event depends on the one before it in its unit and on the one that it refers to, wherever that is.</summary>
internal sealed class AskedEvents
{
    private readonly Lazy<ClockAlignment> _alignment;

    /// <param name="runs">The recordings; times are the first one's.</param>
    internal AskedEvents(IEnumerable<OpenRun> runs)
    {
        var decoded = new DecodedSections();
        Runs = [.. runs.DistinctBy(run => run.Recording.ProcessId).Select(run => new EventRun(run, decoded))];
        _alignment = new Lazy<ClockAlignment>(() => ClockAlignment.Of(Runs, RunOf));
    }

    /// <summary>The recordings.</summary>
    internal IReadOnlyList<EventRun> Runs { get; }

    /// <summary>How the times of several processes are laid beside each other.</summary>
    internal ClockAlignment Alignment => _alignment.Value;

    /// <summary>The recording that holds a unit; null when none does.</summary>
    internal EventRun? RunOf(ExecutionUnitId unit) => Runs.FirstOrDefault(run => run.Recording.Unit(unit) is not null);

    /// <summary>When the stopwatch of a run showed so much.</summary>
    internal long TimeOf(EventRun run, long ticks) => Alignment.ShiftOf(run).Move(run.Timeline.TimeOf(ticks));

    /// <summary>An event; null when no recording asked holds it.</summary>
    internal TimedEvent? Find(EventId id)
    {
        if (id.IsNone || RunOf(id.Unit) is not { } run) return null;
        return run.EventsOf(id.Unit).Find(id.Number) is { } found ? Timed(run, run.Recording.Unit(id.Unit)!, found) : null;
    }

    /// <summary>The event before another one in its unit; null when it was the first, or what was before is lost.</summary>
    internal TimedEvent? Before(TimedEvent each) => each.Run.EventsOf(each.Unit.Id).Before(each.Event.Number) is { } before ? Timed(each.Run, each.Unit, before) : null;

    /// <summary>The events of a unit, ascending by number.</summary>
    internal IEnumerable<TimedEvent> EventsOf(EventRun run, RecordedUnit unit) => run.EventsOf(unit.Id).All().Select(each => Timed(run, unit, each));

    /// <summary>Why there is nothing to ask: the recordings have no events. Null when they have.</summary>
    internal string? WhyNone()
    {
        if (Runs.Any(run => run.Recording.EventCount > 0)) return null;
        string name = Runs[0].Run.Info.Name;
        return Runs[0].Run.Recording.DescribeDamage() is { } damage
            ? $"run {name} has no events: {damage}"
            : $"run {name} has no events: the program ran with WEFT_EVENTS=0, or did nothing that makes one (tasks, messages, channels, locks, ExecutionUnit).";
    }

    private TimedEvent Timed(EventRun run, RecordedUnit unit, RecordedEvent each) => new(run, unit, each, TimeOf(run, each.Time));
}
