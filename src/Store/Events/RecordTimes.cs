using Weft.Segments;
using Weft.Store.Addresses;

namespace Weft.Store.Events;

/// <summary>When a record was there, and what it waited for since the last of its inputs was.</summary>
/// <param name="Event">The first event of a unit that handled it.</param>
/// <param name="Since">Nanoseconds since the last of its inputs was there; null where no event tells when those were.</param>
/// <param name="Spent">What these were spent with, the longest first.</param>
/// <param name="Path">The critical path that tells; null with <paramref name="Since"/>.</param>
internal sealed record RecordTime(TimedEvent Event, long? Since, IReadOnlyList<(PathStretch Stretch, long Duration, long Count)> Spent, CriticalPath? Path);

/// <summary>When the records of an answer were there.</summary>
// Design: a recording does not say when a span was issued. A record was there at the first event of a unit that handled it; one that was sent, also at the event of sending, which its receiver names.
internal sealed class RecordTimes
{
    private readonly AskedEvents _events;
    private readonly Dictionary<LineageNode, TimedEvent> _first = [];
    private readonly Dictionary<LineageNode, RecordTime> _times = [];

    private RecordTimes(AskedEvents events) => _events = events;

    /// <summary>When the first of the records was there, in nanoseconds since 1970; 0 when no event tells of any.</summary>
    internal long Begin { get; private set; }

    /// <summary>How sure the times are that span processes.</summary>
    internal IReadOnlyList<string> Clocks { get; private set; } = [];

    /// <summary>When a record was there; null where no event tells.</summary>
    internal RecordTime? Of(LineageNode node) => _times.GetValueOrDefault(node);

    /// <summary>Whether events tell of any.</summary>
    internal bool IsEmpty => _times.Count == 0;

    /// <summary>Why what was waited for is not exact.</summary>
    internal IReadOnlyList<string> Reasons => [.. _times.Values.SelectMany(time => time.Path?.Reasons ?? []).Distinct()];

    /// <summary>Looks up the records of an answer.</summary>
    /// <param name="events">The recordings that the answer came to, that of the record asked about first.</param>
    /// <param name="graph">The answer; without its ancestors, when they are too many to list.</param>
    /// <param name="record">The record asked about.</param>
    internal static RecordTimes Of(AskedEvents events, LineageGraph graph, OutputRecord record)
    {
        var times = new RecordTimes(events);
        foreach (EventRun run in events.Runs) times.FindFirst(run, graph);
        times.FindSent(graph);
        if (OutputEvent.Of(events, events.Runs[0], record) is { } made) times._first[graph.Asked] = made;
        if (times._first.Count == 0) return times;

        times.Begin = times._first.Values.Min(each => each.Time);
        foreach ((LineageNode node, TimedEvent first) in times._first) times._times.Add(node, times.TimeOf(node, first));
        if (times._first.Values.DistinctBy(each => each.Run).Count() > 1) times.Clocks = events.Alignment.Describe();
        return times;
    }

    private RecordTime TimeOf(LineageNode node, TimedEvent first)
    {
        long? before = null;
        foreach (LineageNode parent in node.Parents.Select(edge => edge.Parent))
            if (_first.TryGetValue(parent, out TimedEvent? input)) before = Math.Max(before ?? long.MinValue, input.Time);
        if (before is not { } since) return new RecordTime(first, null, [], null);
        if (since >= first.Time) return new RecordTime(first, 0, [], null);
        var path = CriticalPath.To(_events, first, since);
        return new RecordTime(first, first.Time - since, path.Within(since), path);
    }

    private void FindFirst(EventRun run, LineageGraph graph)
    {
        ulong process = run == _events.Runs[0] ? 0 : run.Recording.ProcessId;
        ILookup<ulong, LineageNode> nodes = graph.Nodes.Where(node => node.Process == process && !node.Span.IsNone && node != graph.Asked).ToLookup(node => node.Span.Value);
        if (nodes.Count == 0) return;
        foreach (RecordedUnit unit in run.Recording.Units)
        {
            foreach (StoredEvents section in run.Recording.SectionsOf(unit.Id))
            {
                foreach (RecordedEvent each in run.Recording.Read(section))
                {
                    if (each.Span == 0 || !nodes.Contains(each.Span)) continue;
                    var found = new TimedEvent(run, unit, each, _events.TimeOf(run, each.Time));
                    foreach (LineageNode node in nodes[each.Span])
                        if (!_first.TryGetValue(node, out TimedEvent? first) || found.Time < first.Time) _first[node] = found;
                }
            }
        }
    }

    // What a message brought was sent at the event that its receiver noted.
    private void FindSent(LineageGraph graph)
    {
        foreach (LineageNode node in graph.Nodes)
        {
            EventRun? run = _events.Runs.FirstOrDefault(each => node.Process == (each == _events.Runs[0] ? 0 : each.Recording.ProcessId));
            if (run?.Recording.ReceivedWith(node.Span.Value) is not { } message || _events.Find(message.Event) is not { } sent) continue;
            foreach (LineageEdge edge in node.Parents) _first.TryAdd(edge.Parent, sent);
        }
    }
}
