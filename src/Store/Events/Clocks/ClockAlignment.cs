using Weft.Segments;

namespace Weft.Store.Events.Clocks;

/// <summary>Lays the times of several processes beside each other: what was received was sent before.</summary>
// Design: a message from one process to another bounds how far their clocks are apart from one side, one the other way from the other side. Processes are placed one by one beside those
// that are placed, the best bound first. Where no single shift fits, a drift is allowed for.
internal sealed class ClockAlignment
{
    private readonly Dictionary<EventRun, ClockShift> _shifts = [];
    private readonly Dictionary<(EventRun From, EventRun To), Bounds> _bounds = [];
    private readonly IReadOnlyList<EventRun> _runs;

    private ClockAlignment(IReadOnlyList<EventRun> runs) => _runs = runs;

    /// <summary>Places all runs beside the first one.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="findRun">Gives the run that an execution unit is of, or null.</param>
    internal static ClockAlignment Of(IReadOnlyList<EventRun> runs, Func<ExecutionUnitId, EventRun?> findRun)
    {
        var alignment = new ClockAlignment(runs);
        if (runs.Count == 0) return alignment;
        if (runs.Count > 1)
            foreach (EventRun run in runs) alignment.TakeMessagesTo(run, findRun);
        alignment.Place();
        return alignment;
    }

    /// <summary>How far a run's times are moved.</summary>
    internal ClockShift ShiftOf(EventRun run) => _shifts.GetValueOrDefault(run);

    /// <summary>How sure the times are, for a person, a sentence for each process beside the first; empty for a single one.</summary>
    internal IReadOnlyList<string> Describe() => [.. _runs.Skip(1).Select(Describe)];

    private string Describe(EventRun run)
    {
        ClockShift shift = ShiftOf(run);
        string beside = $"times of {run.Name} beside {_runs[0].Name}";
        if (!run.Timeline.IsKnown) return $"{beside}: unknown, its recording has no clock";
        if (shift.Contradiction > 0) return $"{beside}: its messages contradict each other by {Durations.Of(shift.Contradiction)}, whatever its clock showed";
        string by = shift.Messages > 0 ? $"by {shift.Messages} message{(shift.Messages == 1 ? "" : "s")}" : "by the clock of the machine";
        return shift.Uncertainty is { } uncertainty ? $"{beside}: {by}, to within {Durations.Of(uncertainty)}"
            : shift.Messages > 0 ? $"{beside}: by the clocks of the machines and messages of one direction, uncertain" : $"{beside}: by the clocks of the machines, uncertain";
    }

    private void TakeMessagesTo(EventRun run, Func<ExecutionUnitId, EventRun?> findRun)
    {
        foreach (RecordedUnit unit in run.Recording.Units)
        {
            foreach (RecordedEvent each in run.EventsOf(unit.Id).All())
            {
                if (each.Reference.IsNone || run.Recording.Unit(each.Reference.Unit) is not null) continue;
                if (findRun(each.Reference.Unit) is not { } sender || sender.EventsOf(each.Reference.Unit).Find(each.Reference.Number) is not { } sent) continue;
                if (!_bounds.TryGetValue((sender, run), out Bounds? bounds)) _bounds.Add((sender, run), bounds = new Bounds());
                long received = run.Timeline.TimeOf(each.Time);
                bounds.Add(received, sender.Timeline.TimeOf(sent.Time) - received);
            }
        }
    }

    private void Place()
    {
        _shifts.Add(_runs[0], default(ClockShift) with { Uncertainty = 0 });
        while (_shifts.Count < _runs.Count)
        {
            (EventRun Run, ClockShift Shift) next = _runs.Where(run => !_shifts.ContainsKey(run)).Select(run => (run, BesidePlaced(run)))
                .OrderByDescending(pair => pair.Item2.Messages > 0).ThenBy(pair => pair.Item2.Uncertainty ?? long.MaxValue).First();
            _shifts.Add(next.Run, next.Shift);
        }
    }

    private ClockShift BesidePlaced(EventRun run)
    {
        var lower = new List<(long Time, long Value)>();
        var upper = new List<(long Time, long Value)>();
        long messages = 0, uncertainty = 0;
        bool isSameClock = false, isUncertain = false;
        foreach (EventRun placed in _shifts.Keys)
        {
            bool isNear = _bounds.ContainsKey((placed, run)) || _bounds.ContainsKey((run, placed));
            if (!isNear && !ReferenceEquals(placed, _runs[0])) continue;
            ClockShift shift = _shifts[placed];
            isSameClock |= IsSameClock(placed, run);
            uncertainty = Math.Max(uncertainty, shift.Uncertainty ?? 0);
            isUncertain |= shift.Uncertainty is null;
            if (_bounds.TryGetValue((placed, run), out Bounds? to))
            {
                messages += to.Count;
                foreach ((long received, long apart) in to.Points) lower.Add((received, shift.Move(received + apart) - received));
            }
            if (_bounds.TryGetValue((run, placed), out Bounds? from))
            {
                messages += from.Count;
                foreach ((long received, long apart) in from.Points) upper.Add((received + apart, shift.Move(received) - (received + apart)));
            }
        }
        var beside = ClockShift.Between(lower, upper, isSameClock, run.Timeline.Uncertainty + _runs[0].Timeline.Uncertainty, messages);
        return beside with { Uncertainty = isUncertain ? null : beside.Uncertainty + uncertainty };
    }

    private static bool IsSameClock(EventRun left, EventRun right) => left.Recording.Process?.Machine == right.Recording.Process?.Machine;
}
