using Weft.Segments;

namespace Weft.Tests.Events;

/// <summary>What must hold of the events of every recording.</summary>
internal static class EventLaws
{
    /// <summary>Asserts that the laws hold of all units of a recording.</summary>
    internal static void AssertHold(RunRecording recording) => AssertHold(recording, recording.Units.Select(unit => unit.Id));

    /// <summary>Asserts that the laws hold of some units of a recording, and of what they refer to.</summary>
    internal static void AssertHold(RunRecording recording, IEnumerable<ExecutionUnitId> units)
    {
        var events = new Dictionary<EventId, RecordedEvent>();
        var visited = new HashSet<ExecutionUnitId>();
        var next = new Queue<ExecutionUnitId>(units);
        while (next.TryDequeue(out ExecutionUnitId id))
        {
            if (!visited.Add(id)) continue;
            AssertOrder(recording, id, events);
            foreach (RecordedEvent each in recording.EventsOf(id))
                if (!each.Reference.IsNone && recording.Unit(each.Reference.Unit) is not null) next.Enqueue(each.Reference.Unit);
        }

        foreach ((EventId id, RecordedEvent each) in events) AssertReference(recording, id, each, events);
        AssertAcyclic(events);
        Assert.Empty(recording.Damages);
    }

    // Numbers are dense, but for what the recording says was dropped or, when it ended abruptly, did not reach it; the first is the start.
    private static void AssertOrder(RunRecording recording, ExecutionUnitId id, Dictionary<EventId, RecordedEvent> events)
    {
        RecordedUnit unit = recording.Unit(id)!;
        bool isShared = recording.IsShared(id);
        long expected = 1, time = 0;
        bool hasEnded = false;
        foreach (RecordedEvent each in recording.EventsOf(id))
        {
            for (; expected < each.Number; expected++)
                Assert.True(recording.WasDropped(new EventId(id, expected)) || recording.End is null, $"event {expected} of {unit} is gone, and the recording does not know");
            Assert.Equal(expected, each.Number);
            Assert.Equal(each.Number == 1, each.Kind == EventKind.Start);
            if (each.Number == 1 && unit.IsKnown) Assert.Equal(unit.Cause, each.Reference);
            if (!isShared)
            {
                Assert.True(each.Time >= time, $"event {each.Number} of {unit} is before the one before it");
                Assert.False(hasEnded, $"event {each.Number} of {unit} is behind its end");
            }
            Assert.True(events.TryAdd(new EventId(id, each.Number), each));
            time = each.Time;
            hasEnded = each.Kind == EventKind.Complete;
            expected++;
        }
    }

    // What is referred to is there and was before, or its absence is accounted for.
    private static void AssertReference(RunRecording recording, EventId id, RecordedEvent each, Dictionary<EventId, RecordedEvent> events)
    {
        if (each.Reference.IsNone || recording.Unit(each.Reference.Unit) is null) return;
        if (!events.TryGetValue(each.Reference, out RecordedEvent referred))
        {
            Assert.True(recording.WasDropped(each.Reference) || recording.End is null, $"{id} refers to {each.Reference}, which is gone, and the recording does not know");
            return;
        }
        if (!recording.IsShared(each.Reference.Unit)) Assert.True(referred.Time <= each.Time, $"{id} refers to {each.Reference}, which is later");
    }

    // An event depends on the one before it in its unit and on what it refers to; taking away what depends on nothing more leaves nothing.
    private static void AssertAcyclic(Dictionary<EventId, RecordedEvent> events)
    {
        var dependents = new Dictionary<EventId, List<EventId>>();
        var open = new Dictionary<EventId, int>();
        var free = new Queue<EventId>();
        foreach ((EventId id, RecordedEvent each) in events)
        {
            EventId[] dependencies = [.. new[] { id with { Number = id.Number - 1 }, each.Reference }.Where(events.ContainsKey)];
            foreach (EventId dependency in dependencies)
            {
                if (!dependents.TryGetValue(dependency, out List<EventId>? list)) dependents.Add(dependency, list = []);
                list.Add(id);
            }
            open[id] = dependencies.Length;
            if (dependencies.Length == 0) free.Enqueue(id);
        }
        int taken = 0;
        for (; free.TryDequeue(out EventId id); taken++)
        {
            foreach (EventId dependent in dependents.GetValueOrDefault(id, []))
                if (--open[dependent] == 0) free.Enqueue(dependent);
        }
        Assert.Equal(events.Count, taken);
    }
}
