// Proves that the times of processes are laid beside each other so that nothing is received before it was sent, and that the true offset is within what is said of the uncertainty: for random
// offsets, drifts and delays, against the true time that only the test knows.
using Weft.Store.Events;
using Weft.Store.Events.Clocks;
using Weft.Store.Runs;

namespace Weft.Store.Tests.Events;

public sealed class ClockAlignmentTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(20e-6)]
    [InlineData(-300e-6)]
    public void Between_MessagesBothWays_HoldsTheTrueShift(double drift)
    {
        for (int seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            long offset = random.NextInt64(-5_000_000_000, 5_000_000_000);
            var lower = new List<(long Time, long Value)>();
            var upper = new List<(long Time, long Value)>();
            for (int i = 0; i < 200; i++)
            {
                long truth = random.NextInt64(0, 3_600_000_000_000), delay = random.NextInt64(100_000, 5_000_000);
                if (random.Next(2) == 0) lower.Add((Local(truth + delay), truth - Local(truth + delay)));
                else upper.Add((Local(truth), truth + delay - Local(truth)));
            }
            var shift = ClockShift.Between(lower, upper, isSameClock: false, clocks: 0, messages: 200);
            Assert.Equal(0, shift.Contradiction);
            Assert.All(lower, point => Assert.True(shift.Move(point.Time) - point.Time >= point.Value - 1));
            Assert.All(upper, point => Assert.True(shift.Move(point.Time) - point.Time <= point.Value + 1));
            if (drift == 0) Assert.InRange(shift.Move(Local(0)), -shift.Uncertainty!.Value - 1, shift.Uncertainty.Value + 1);

            long Local(long truth) => truth + offset + (long)(truth * drift);
        }
    }

    [Fact]
    public void Between_OneWayOnly_IsUncertain()
    {
        var shift = ClockShift.Between([(0, 5_000)], [], isSameClock: false, clocks: 10, messages: 1);
        Assert.Equal((5_000, null), (shift.Offset, shift.Uncertainty));
        Assert.Equal((0, 10L), (ClockShift.Between([(0, -5_000)], [], isSameClock: true, clocks: 10, messages: 1) is { } same ? same.Offset : -1, 10L));
    }

    [Fact]
    public void Between_SameClockThatMessagesContradict_FollowsTheMessages()
    {
        var shift = ClockShift.Between([(0, 2_000_000)], [(0, 15_000_000)], isSameClock: true, clocks: 1_000, messages: 2);
        Assert.Equal((8_500_000, 6_500_000L), (shift.Offset, shift.Uncertainty!.Value));
    }

    [Fact]
    public void Between_MessagesThatContradictEachOther_SaysSo() =>
        Assert.InRange(ClockShift.Between([(0, 10_000), (1, 10_000)], [(0, 4_000), (1, 4_000)], isSameClock: false, clocks: 0, messages: 4).Contradiction, 5_900, 6_100);

    [Fact]
    public void Points_MillionsOfMessages_KeepTheTightestInBoundedRoom()
    {
        var bounds = new Bounds();
        var random = new Random(5);
        long greatest = long.MinValue;
        for (int i = 0; i < 1_000_000; i++)
        {
            long value = random.NextInt64(-1_000_000, 1_000_000);
            greatest = Math.Max(greatest, value);
            bounds.Add(i * 1_000_000L, value);
        }
        Assert.InRange(bounds.Points.Count(), 1, 4096);
        Assert.Equal(greatest, bounds.Points.Max(point => point.Value));
        Assert.Equal(1_000_000, bounds.Count);
    }

    [Fact]
    public void TimeOf_TwoRecordingsOfWhichOneIsLate_IsInTheOrderOfTheMessages()
    {
        const long Late = 70_000_000; // nanoseconds that the second process's clock is behind
        using History client = new(processId: 1), server = new(processId: 2, beside: client);
        ExecutionUnitId caller = client.Begin("caller", 0), first = default;
        var random = new Random(7);
        long now = 1_000_000;
        for (int i = 0; i < 20; i++)
        {
            EventId request = client.Add(caller, EventKind.Request, now);
            ExecutionUnitId handler = server.Begin("handler", (now += random.Next(100_000, 900_000)) - Late, request, kind: ExecutionUnitKind.Handler);
            if (i == 0) first = handler;
            EventId reply = server.Add(handler, EventKind.Send, (now += 50_000) - Late);
            client.Add(caller, EventKind.Reply, now += random.Next(100_000, 900_000), reply);
            now += 10_000;
        }
        OpenRun clientRun = client.Close(), serverRun = server.Close();
        using var runs = new RunsByProcess([RunsFolder.Open(client.Run.Folder, null, "/"), RunsFolder.Open(server.Run.Folder, null, "/")]);
        IReadOnlyList<OpenRun> touched = RunsInTouch.Of(clientRun, runs);
        Assert.Equal([1ul, 2], touched.Select(run => run.Recording.ProcessId));

        var events = new AskedEvents(touched);
        EventRun asked = events.Runs[1];
        foreach (var unit in asked.Recording.Units)
            foreach (TimedEvent each in events.EventsOf(asked, unit))
                if (events.Find(each.Reference) is { } sent) Assert.True(sent.Time <= each.Time + 1);
        TimedEvent last = events.EventsOf(events.Runs[0], events.Runs[0].Recording.Units.Single()).Last();
        Assert.True(events.Find(last.Reference)!.Time <= last.Time + 1);

        ClockShift shift = events.Alignment.ShiftOf(asked);
        Assert.InRange(shift.Offset - Late, -shift.Uncertainty!.Value - 2_000_000, shift.Uncertainty.Value + 2_000_000);
        Assert.InRange(shift.Uncertainty.Value, 1, 1_000_000);
        Assert.Matches(@"^times of .* beside .*: by 40 messages, to within \d+ us$", Assert.Single(events.Alignment.Describe()));

        var path = CriticalPath.To(events, last);
        Assert.Equal(2, path.Runs.Count);
        Assert.Contains(path.Steps, step => step.What == "reply on the way");
        Assert.Contains(path.Steps, step => step.What == "message on the way" && step.To.Unit.Id == first);
        Assert.Equal(LineageVerdict.Exact, path.Verdict);
        _ = serverRun;
    }
}
