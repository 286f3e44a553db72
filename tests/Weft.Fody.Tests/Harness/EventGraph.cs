extern alias runtime;

using runtime::Weft;
using runtime::Weft.Capture;
using runtime::Weft.Segments;
using Xunit;

namespace Weft.Fody.Tests.Harness;

/// <summary>The events of one run of a woven program: what happened before what, by the marks (annotations) that the program has left.</summary>
internal sealed class EventGraph
{
    private readonly Dictionary<EventId, RecordedEvent> _events = [];
    private readonly Dictionary<string, EventId> _marks = [];
    private readonly Dictionary<EventId, string> _names = [];
    private readonly Dictionary<EventId, HashSet<EventId>> _before = [];
    private readonly Dictionary<ExecutionUnitId, (RecordedUnit Unit, IReadOnlyList<RecordedEvent> Events, bool IsShared)> _units = [];

    private EventGraph(RunRecording recording, string run)
    {
        foreach (RecordedUnit unit in recording.Units)
        {
            IReadOnlyList<RecordedEvent> events = recording.EventsOf(unit.Id);
            _units.Add(unit.Id, (unit, events, recording.IsShared(unit.Id)));
            foreach (RecordedEvent each in events)
            {
                var id = new EventId(unit.Id, each.Number);
                _events.Add(id, each);
                if (each.Key == "mark" && each.Value is string mark && mark.StartsWith(run + ":", StringComparison.Ordinal)) Add(mark[(run.Length + 1)..], id);
            }
        }
    }

    /// <summary>The marks, in no order.</summary>
    public IEnumerable<string> Marks => _marks.Keys;

    /// <summary>Reads what this process has recorded so far.</summary>
    public static EventGraph Of(string run)
    {
        Recorder.Flush();
        using RunRecording recording = RunRecording.Open(Recorder.RunDirectory!);
        var graph = new EventGraph(recording, run);
        graph.AssertLaws();
        Assert.Empty(recording.Damages);
        Assert.Empty(recording.LostEvents);
        return graph;
    }

    /// <summary>Asserts relations between marks, separated by blanks: <c>a&lt;b</c> (happened before), <c>a|b</c> (neither did), <c>a=b</c> (the same unit), <c>a~b</c> (different units).</summary>
    public void AssertRelations(string relations)
    {
        foreach (string relation in relations.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int at = relation.IndexOfAny(['<', '|', '=', '~']);
            EventId left = Mark(relation[..at]), right = Mark(relation[(at + 1)..]);
            bool holds = relation[at] switch
            {
                '<' => IsBefore(left, right) && !IsBefore(right, left),
                '|' => !IsBefore(left, right) && !IsBefore(right, left),
                '=' => left.Unit == right.Unit,
                _ => left.Unit != right.Unit,
            };
            Assert.True(holds, $"{relation} does not hold:\n{Print()}");
        }
    }

    /// <summary>Asserts that every mark was made while its unit handled a record.</summary>
    public void AssertRecord(ulong span) => Assert.All(_marks, mark => Assert.True(_events[mark.Value].Span == span, $"{mark.Key} has the record {_events[mark.Value].Span}:\n{Print()}"));

    /// <summary>Asserts that no unit of the marks was held by executors that ran at once, and that units which are not threads have ended.</summary>
    public void AssertSequential(bool haveEnded = true)
    {
        foreach (ExecutionUnitId unit in UnitsOfMarks())
        {
            Assert.False(IsShared(unit), $"{_units[unit].Unit} is shared:\n{Print()}");
            if (haveEnded && _units[unit].Unit.Kind != ExecutionUnitKind.Thread)
                Assert.True(EventsOf(unit)[^1].Kind == EventKind.Complete, $"{_units[unit].Unit} has not ended:\n{Print()}");
        }
    }

    /// <summary>The kinds of the events of the unit of a mark, from its start.</summary>
    public string KindsOf(string mark) => string.Join(' ', EventsOf(Mark(mark).Unit).Select(each => each.Key == "mark" ? (string)each.Value! : each.Kind.ToString()).Select(text => text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..]));

    /// <summary>The marks that happened before one.</summary>
    public IEnumerable<string> MarksBefore(string mark) => Before(Mark(mark)).Select(id => _names.GetValueOrDefault(id)).OfType<string>();

    /// <summary>The units that a mark depends on, for messages.</summary>
    public string PrintOf(string mark) => Print([.. Before(Mark(mark)).Append(Mark(mark)).Select(id => id.Unit).Distinct()]);

    private IReadOnlyList<RecordedEvent> EventsOf(ExecutionUnitId unit) => _units.TryGetValue(unit, out var known) ? known.Events : [];

    private bool IsShared(ExecutionUnitId unit) => _units.TryGetValue(unit, out var known) && known.IsShared;

    private void Add(string name, EventId mark)
    {
        _marks.Add(name, mark);
        _names.Add(mark, name);
    }

    private IEnumerable<ExecutionUnitId> UnitsOfMarks() => _marks.Values.Select(mark => mark.Unit).Distinct();

    private EventId Mark(string name) => _marks.TryGetValue(name, out EventId mark) ? mark : throw new InvalidOperationException($"no mark {name} among {string.Join(", ", _marks.Keys)}");

    private bool IsBefore(EventId left, EventId right) => left != right && Before(right).Contains(left);

    // What an event depends on, at whatever distance.
    private HashSet<EventId> Before(EventId id)
    {
        if (_before.TryGetValue(id, out HashSet<EventId>? before)) return before;
        before = [];
        var next = new Stack<EventId>([id]);
        while (next.TryPop(out EventId at))
        {
            foreach (EventId dependency in DependenciesOf(at))
                if (before.Add(dependency)) next.Push(dependency);
        }
        return _before[id] = before;
    }

    // Numbers are dense, a start is first and a completion last, and what is referred to was before.
    private void AssertLaws()
    {
        AssertAcyclic();
        foreach (IGrouping<ExecutionUnitId, EventId> unit in _events.Keys.GroupBy(id => id.Unit))
        {
            bool isShared = IsShared(unit.Key);
            Assert.Equal(Enumerable.Range(1, unit.Count()).Select(n => (long)n), unit.Select(id => id.Number));
            Assert.All(unit, id => Assert.Equal(id.Number == 1, _events[id].Kind == EventKind.Start));
            if (!isShared) Assert.DoesNotContain(unit.SkipLast(1), id => _events[id].Kind == EventKind.Complete);
        }
        foreach ((EventId id, RecordedEvent each) in _events)
        {
            if (each.Reference.IsNone) continue;
            Assert.True(_events.TryGetValue(each.Reference, out RecordedEvent referred), $"{id} refers to {each.Reference}, which is not there");
            if (!IsShared(each.Reference.Unit)) Assert.True(referred.Time <= each.Time, $"{id} {each.Kind} refers to {each.Reference} {referred.Kind}, which is later");
        }
    }

    // Taking away what depends on nothing more leaves nothing.
    private void AssertAcyclic()
    {
        ILookup<EventId, EventId> dependents = _events.SelectMany(each => DependenciesOf(each.Key).Select(dependency => (dependency, each.Key))).ToLookup(each => each.dependency, each => each.Key);
        Dictionary<EventId, int> open = _events.Keys.ToDictionary(id => id, id => DependenciesOf(id).Count());
        var free = new Stack<EventId>(open.Where(each => each.Value == 0).Select(each => each.Key));
        int taken = 0;
        for (; free.TryPop(out EventId id); taken++)
        {
            foreach (EventId dependent in dependents[id])
                if (--open[dependent] == 0) free.Push(dependent);
        }
        Assert.Equal(_events.Count, taken);
    }

    private IEnumerable<EventId> DependenciesOf(EventId id) => new[] { id with { Number = id.Number - 1 }, _events[id].Reference }.Where(_events.ContainsKey);

    // The units of the marks and what they refer to, a line each.
    private string Print() => Print([.. UnitsOfMarks()]);

    private string Print(List<ExecutionUnitId> units)
    {
        for (int i = 0; i < units.Count; i++)
        {
            foreach (RecordedEvent each in EventsOf(units[i]))
                if (!each.Reference.IsNone && !units.Contains(each.Reference.Unit)) units.Add(each.Reference.Unit);
        }
        string Name(EventId id) => id.IsNone ? "" : $"({units.IndexOf(id.Unit)}:{id.Number})";
        return string.Join('\n', units.Select((id, i) => $"{i} {_units[id].Unit.Kind} {_units[id].Unit.Name}{(IsShared(id) ? " SHARED" : "")}: " +
            string.Join(' ', EventsOf(id).Select(each => $"{each.Kind}{Name(each.Reference)}{(each.Value is null ? "" : $"[{each.Value}]")}"))));
    }
}
