// Proves the critical path against a slow, obvious oracle on random histories: from an event back, always to the later one of the event before it in its unit and the one that it refers to; and
// what each stretch is said to be spent with.
using Weft.Segments;
using Weft.Store.Events;

namespace Weft.Store.Tests.Events;

public sealed class CriticalPathTests
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    public void To_AnyEventOfARandomHistory_IsTheOraclesChain(int seed)
    {
        using var history = new History();
        RandomHistory.Play(history, seed, events: 400);
        var events = new AskedEvents([history.Close()]);
        foreach ((ExecutionUnitId unit, List<RecordedEvent> recorded) in history.Recorded)
        {
            EventId id = new(unit, recorded.Count);
            var path = CriticalPath.To(events, events.Find(id)!);
            List<EventId> chain = Oracle(history.Recorded, id);

            Assert.Equal(chain[^1], path.First.Id);
            Assert.Equal(path.End.Time - path.First.Time, path.Steps.Sum(step => step.Duration));
            Assert.Equal(path.StepCount, path.Steps.Count);
            for (int i = 1; i < path.Steps.Count; i++) Assert.Equal(path.Steps[i - 1].To.Id, path.Steps[i].From.Id);
            List<EventId> ends = [.. path.Steps.Select(step => step.From.Id).Append(id)];
            Assert.Empty(ends.Except(chain));
            // What is left out of the chain lies in one unit, between the ends of a stretch in which it ran.
            int at = chain.Count - 1;
            foreach (PathStep step in path.Steps)
            {
                Assert.Equal(chain[at], step.From.Id);
                int to = chain.IndexOf(step.To.Id);
                if (step.Kind == PathStepKind.Running) Assert.Single(chain[to..(at + 1)].Select(each => each.Unit).Distinct());
                else Assert.Equal(at - 1, to);
                at = to;
            }
            Assert.Equal(path.Stretches.Sum(row => row.Duration), path.End.Time - path.First.Time);
        }
    }

    [Fact]
    public void To_UnitThatWaits_TellsWhatFor()
    {
        using var history = new History();
        ExecutionUnitId worker = history.Begin("worker", 0);
        EventId fork = history.Add(worker, EventKind.Fork, 1_000_000);
        ExecutionUnitId helper = history.Begin("helper", 2_000_000, fork);
        history.Add(worker, EventKind.Wait, 1_500_000);
        EventId done = history.Add(helper, EventKind.Complete, 9_000_000);
        history.Add(worker, EventKind.Join, 9_500_000, done);
        history.Add(worker, EventKind.Wait, 10_000_000);
        history.Add(worker, EventKind.Resume, 15_000_000);
        EventId end = history.Add(worker, EventKind.Complete, 15_100_000);

        var events = new AskedEvents([history.Close()]);
        var path = CriticalPath.To(events, events.Find(end)!);
        Assert.Equal(
            [("running", "worker", 1_000), ("waiting to start", "helper", 1_000), ("running", "helper", 7_000), ("waiting to go on behind a join", "worker", 500), ("running", "worker", 500), ("waiting", "worker", 5_000), ("running", "worker", 100)],
            path.Steps.Select(step => (step.What, step.To.UnitName, (int)Math.Round(step.Duration / 1000.0))));
        Assert.Equal(LineageVerdict.Exact, path.Verdict);

        var part = CriticalPath.To(events, events.Find(end)!, path.Steps[4].From.Time);
        Assert.Equal(3, part.Steps.Count);
        var summary = CriticalPath.To(events, events.Find(end)!, limit: 3);
        Assert.Equal((true, 7, 0), (summary.IsSummarised, (int)summary.StepCount, summary.Steps.Count));
        Assert.Equal(path.Stretches, summary.Stretches);
    }

    [Fact]
    public void To_ReadThatWaitsForAMessage_GoesOnWithTheWriter()
    {
        using var history = new History();
        ExecutionUnitId writer = history.Begin("writer", 0);
        ExecutionUnitId reader = history.Begin("reader", 1_000_000);
        history.Add(reader, EventKind.Wait, 2_000_000);
        EventId sent = history.Add(writer, EventKind.Send, 8_000_000);
        history.Add(reader, EventKind.Resume, 9_000_000);
        history.Add(reader, EventKind.Receive, 9_000_000, sent);
        EventId end = history.Add(reader, EventKind.Complete, 10_000_000);
        var events = new AskedEvents([history.Close()]);
        var path = CriticalPath.To(events, events.Find(end)!);
        Assert.Equal(
            [("running", "writer", 8_000), ("waiting to go on", "reader", 1_000), ("running", "reader", 1_000)],
            path.Steps.Select(step => (step.What, step.To.UnitName, (int)Math.Round(step.Duration / 1000.0))));
    }

    [Fact]
    public void To_CauseInAProcessWithoutARecording_IsIncomplete()
    {
        using var history = new History();
        ExecutionUnitId handler = history.Begin("handler", 0, new EventId(ExecutionUnitId.New(), 3));
        EventId end = history.Add(handler, EventKind.Complete, 1000);
        var events = new AskedEvents([history.Close()]);
        var path = CriticalPath.To(events, events.Find(end)!);
        Assert.Equal(LineageVerdict.Incomplete, path.Verdict);
        Assert.Contains("of another process, of which no recording is asked", Assert.Single(path.Reasons), StringComparison.Ordinal);
    }

    private static List<EventId> Oracle(Dictionary<ExecutionUnitId, List<RecordedEvent>> recorded, EventId end)
    {
        var chain = new List<EventId> { end };
        while (true)
        {
            RecordedEvent each = recorded[chain[^1].Unit][(int)chain[^1].Number - 1];
            EventId own = each.Number == 1 ? default : new EventId(chain[^1].Unit, each.Number - 1);
            EventId other = each.Reference;
            // What goes on without saying from what, and then receives, has waited for the message, if that was there by then.
            List<RecordedEvent> unit = recorded[chain[^1].Unit];
            if (other.IsNone && each.Kind == EventKind.Resume && each.Number < unit.Count && unit[(int)each.Number] is { Kind: EventKind.Receive } message && TimeOf(message.Reference) <= each.Time) other = message.Reference;
            if (own.IsNone && other.IsNone) return chain;
            bool isOther = own.IsNone || (!other.IsNone && TimeOf(other) > TimeOf(own));
            chain.Add(isOther ? other : own);
        }

        long TimeOf(EventId id) => recorded[id.Unit][(int)id.Number - 1].Time;
    }
}
