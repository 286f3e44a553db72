using System.Runtime.InteropServices;

namespace Weft.Store.Events;

/// <summary>The chain of events that an event had to wait for: had any of it been shorter, it could have been earlier.</summary>
// Design: walked back from the event. What was last among the things that an event depended on is what it waited for: the event before it in its unit, or the one that it refers to. Events of
// one unit between which nothing was waited for are one step. Numbers fall along a unit, so that only the jumps between units can make a circle in a forged recording.
internal sealed class CriticalPath
{
    private readonly AskedEvents _events;
    private readonly List<PathStep> _steps = [];        // the last one first, while they are walked
    private readonly Dictionary<PathStretch, (long Duration, long Count)> _stretches = [];
    private readonly HashSet<EventId> _jumpedTo = [];
    private readonly HashSet<ExecutionUnitId> _units = [];
    private readonly SortedSet<string> _incomplete = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _coarse = new(StringComparer.Ordinal);
    private readonly int _limit;
    private PathStep? _open;

    private CriticalPath(AskedEvents events, TimedEvent end, int limit)
    {
        _events = events;
        End = First = end;
        _limit = limit;
    }

    /// <summary>The event asked about.</summary>
    internal TimedEvent End { get; }

    /// <summary>The event at which the path begins.</summary>
    internal TimedEvent First { get; private set; }

    /// <summary>The number of steps, listed or not.</summary>
    internal long StepCount { get; private set; }

    /// <summary>The steps, the first one first; none when there are more than asked for.</summary>
    internal IReadOnlyList<PathStep> Steps => IsSummarised ? [] : _steps;

    /// <summary>Whether there are too many steps to list.</summary>
    internal bool IsSummarised => StepCount > _limit;

    /// <summary>All steps, those that are alike together, the longest first.</summary>
    internal IReadOnlyList<(PathStretch Stretch, long Duration, long Count)> Stretches =>
        [.. _stretches.Select(pair => (pair.Key, pair.Value.Duration, pair.Value.Count)).OrderByDescending(row => row.Duration)];

    /// <summary>As <see cref="Stretches"/> of what is behind a time, where the path was walked to that time and all steps are listed.</summary>
    internal IReadOnlyList<(PathStretch Stretch, long Duration, long Count)> Within(long time) =>
    [
        .. _steps.GroupBy(PathStretch.Of, step => step.To.Time - Math.Max(step.From.Time, time))
            .Select(group => (group.Key, group.Sum(), (long)group.Count())).Where(row => row.Item2 > 0).OrderByDescending(row => row.Item2),
    ];

    /// <summary>Why the answer is not exact.</summary>
    internal IReadOnlyList<string> Reasons => [.. _incomplete, .. _coarse];

    internal LineageVerdict Verdict => _incomplete.Count > 0 ? LineageVerdict.Incomplete : _coarse.Count > 0 ? LineageVerdict.Coarse : LineageVerdict.Exact;

    /// <summary>The recordings that the path goes through.</summary>
    internal HashSet<EventRun> Runs { get; } = [];

    /// <summary>Walks back from an event.</summary>
    /// <param name="events">The recordings.</param>
    /// <param name="end">The event.</param>
    /// <param name="until">The walk ends at the first event that is no later than this, in nanoseconds since 1970.</param>
    /// <param name="limit">Steps beyond which they are counted, not listed.</param>
    internal static CriticalPath To(AskedEvents events, TimedEvent end, long until = long.MinValue, int limit = int.MaxValue)
    {
        var path = new CriticalPath(events, end, limit);
        path.Walk(until);
        path.Close();
        path._steps.Reverse();
        return path;
    }

    private void Walk(long until)
    {
        while (First.Time > until)
        {
            Note(First);
            TimedEvent? own = First.Event.Kind == EventKind.Start ? null : _events.Before(First);
            TimedEvent? other = _events.Find(First.Event.Reference) ?? MessageBehind(First);
            if (First.Event.Kind != EventKind.Start) NoteGap(First, own);
            if (!First.Event.Reference.IsNone && other is null) NoteUnknown(First);

            TimedEvent? next = own is null || (other is not null && other.Time > own.Time) ? other : own;
            if (next is null) return;
            bool isJump = ReferenceEquals(next, other);
            if (isJump && !_jumpedTo.Add(next.Id))
            {
                _incomplete.Add("the events refer to each other in a circle: the recording is damaged");
                return;
            }
            bool isLetGo = isJump || (other is not null && own!.Event.Kind == EventKind.Wait); // what it waits for may have been there before it waited
            Add(new PathStep(isLetGo ? PathStepKind.HandOver : IsWait(next, First) ? PathStepKind.Waiting : PathStepKind.Running, next, First));
            First = next;
        }
    }

    // A read that waited is told first to go on, then what it goes on with.
    private TimedEvent? MessageBehind(TimedEvent each)
    {
        if (each.Event is not { Kind: EventKind.Resume, Reference.IsNone: true }) return null;
        TimedEvent? message = _events.Find(new EventId(each.Unit.Id, each.Event.Number + 1));
        TimedEvent? sent = message?.Event.Kind == EventKind.Receive ? _events.Find(message.Event.Reference) : null;
        return sent?.Time <= each.Time ? sent : null; // it was written while the read waited
    }

    private static bool IsWait(TimedEvent from, TimedEvent to) => from.Event.Kind == EventKind.Wait || (from.Event.Kind == EventKind.Request && to.Event.Kind == EventKind.Reply);

    private void Add(PathStep step)
    {
        bool goesOn = _open is { Kind: PathStepKind.Running } open && step.Kind == PathStepKind.Running && open.From.Unit.Id == step.To.Unit.Id;
        if (goesOn)
        {
            _open = _open! with { From = step.From };
            return;
        }
        Close();
        _open = step;
    }

    private void Close()
    {
        if (_open is not { } step) return;
        _open = null;
        StepCount++;
        ref (long Duration, long Count) stretch = ref CollectionsMarshal.GetValueRefOrAddDefault(_stretches, PathStretch.Of(step), out _);
        stretch = (stretch.Duration + step.Duration, stretch.Count + 1);
        if (StepCount <= _limit) _steps.Add(step);
        else _steps.Clear();
    }

    private void Note(TimedEvent each)
    {
        if (!_units.Add(each.Unit.Id)) return;
        Runs.Add(each.Run);
        if (each.Run.Recording.IsShared(each.Unit.Id)) _coarse.Add($"the order of the events of '{each.UnitName}' is coarse: executors that ran at once held the unit");
    }

    private void NoteGap(TimedEvent each, TimedEvent? before)
    {
        long first = (before?.Event.Number ?? 0) + 1;
        if (first == each.Event.Number) return;
        bool wasDropped = each.Run.Recording.WasDropped(new EventId(each.Unit.Id, first));
        string why = wasDropped ? "dropped because the writer could not keep up (WEFT_BACKPRESSURE=drop)"
            : each.Run.Recording.DescribeDamage() ?? "the recording ended abruptly, or its program has not flushed yet";
        _incomplete.Add($"events {first} to {each.Event.Number - 1} of '{each.UnitName}' are not in the recording: {why}");
    }

    private void NoteUnknown(TimedEvent each)
    {
        string what = each.Event.Kind == EventKind.Start ? $"'{each.UnitName}' was started by" : $"'{each.UnitName}' went on because of";
        EventRun? run = _events.RunOf(each.Event.Reference.Unit);
        _incomplete.Add(run is null
            ? $"{what} an event of another process, of which no recording is asked here (--with names further folders)"
            : $"{what} an event that is not in the recording of {run.Name}");
    }
}
