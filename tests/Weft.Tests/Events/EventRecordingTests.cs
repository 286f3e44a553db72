// Proves that what was recorded of units and events is what a recording says: every kind, reference, site, span and value, over threads and segments.
using System.Diagnostics;
using Weft.Capture;
using Weft.Events;
using Weft.Segments;
using Weft.Tests.Capture;

namespace Weft.Tests.Events;

public sealed class EventRecordingTests : IDisposable
{
    private readonly TestSession _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Event_EveryKind_ComesBack()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        ExecutionUnit other = _test.Begin(buffer, "other");
        var trace = TraceId.New();
        ExecutionUnit unit = _test.Begin(buffer, "all kinds", other.LastEvent, ExecutionUnitKind.Handler, trace);
        var foreign = new EventId(ExecutionUnitId.New(), 7);
        var expected = new List<RecordedEvent> { new(1, EventKind.Start, 0, other.LastEvent, 0, 0, null, null) };
        long number = 1;
        for (EventKind kind = EventKind.Fork; kind < EventKind.Annotate; kind++)
        {
            unit.Record = new CurrentRecord((ulong)kind % 3 * 1000, 4);
            EventId reference = ((byte)kind % 4) switch { 0 => default, 1 => foreign, 2 => other.LastEvent, _ => new EventId(other.Id, 1) };
            int site = (byte)kind % 5 == 0 ? 12 : 0;
            EventId id = unit.Add(buffer, kind, reference, site);
            Assert.Equal(new EventId(unit.Id, ++number), id);
            expected.Add(new RecordedEvent(number, kind, 0, reference, site, unit.Record.Span, null, null));
        }

        RunRecording recording = _test.Close();
        Assert.Equal(new RecordedUnit(unit.Id, ExecutionUnitKind.Handler, "all kinds", trace, other.LastEvent, Environment.CurrentManagedThreadId), recording.Unit(unit.Id));
        Assert.Equal(expected, recording.EventsOf(unit.Id).Select(each => each with { Time = 0 }));
        Assert.Null(recording.Unit(foreign.Unit));
        Assert.False(recording.IsShared(unit.Id));
        Assert.Empty(recording.LostEvents);
        Assert.Equal(0, recording.Dropped);
    }

    [Fact]
    public void Annotate_EveryType_ComesBack()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        ExecutionUnit unit = _test.Begin(buffer, span: 5);
        string longText = new string('x', EventRow.MostCharacters - 1) + "😀 and more";
        unit.Add(buffer, "text", "Grüße, 世界 😀");
        unit.Add(buffer, "empty", "");
        unit.Add(buffer, "longest", new string('y', EventRow.MostCharacters));
        unit.Add(buffer, "too long", longText);
        unit.Add(buffer, "nothing", AnnotationType.Null, 0);
        unit.Add(buffer, "long", AnnotationType.Integer, ulong.MaxValue - 41);
        unit.Add(buffer, "double", AnnotationType.Number, BitConverter.DoubleToUInt64Bits(-0.1));
        unit.Add(buffer, "no", AnnotationType.False, 0);
        unit.Add(buffer, "text", AnnotationType.True, 0);

        RunRecording recording = _test.Close();
        Assert.Equal(
            [
                ("text", "Grüße, 世界 😀"), ("empty", ""), ("longest", new string('y', EventRow.MostCharacters)), ("too long", longText[..(EventRow.MostCharacters - 1)] + "…"),
                ("nothing", null), ("long", -42L), ("double", -0.1), ("no", false), ("text", true),
            ],
            recording.EventsOf(unit.Id).Skip(1).Select(each => (each.Key!, each.Value)));
        Assert.All(recording.EventsOf(unit.Id), each => Assert.Equal(5ul, each.Span));
        EventLaws.AssertHold(recording);
    }

    [Fact]
    public void Annotate_TextCutInsideACharacter_StaysText()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        ExecutionUnit unit = _test.Begin(buffer);
        unit.Add(buffer, "text", new string('x', EventRow.MostCharacters - 2) + "😀😀");
        var text = (string)_test.Close().EventsOf(unit.Id)[1].Value!;
        Assert.Equal(new string('x', EventRow.MostCharacters - 2) + "……", text);
    }

    [Fact]
    public void Event_UnitsInTurnAndSegmentsInARow_AllComeBack()
    {
        using var test = new TestSession(new RecorderOptions { SegmentBytes = 4096 });
        ThreadBuffer buffer = test.NewBuffer();
        ExecutionUnit[] units = [.. Enumerable.Range(0, 50).Select(i => test.Begin(buffer, "unit " + i))];
        for (int round = 0; round < 400; round++)
        {
            for (int i = 0; i < units.Length; i++) units[i].Add(buffer, EventKind.Receive, units[(i + 1) % units.Length].LastEvent);
            if (round % 20 == 0) test.Session.Flush();
        }
        foreach (ExecutionUnit unit in units) unit.Complete(buffer);
        RunRecording recording = test.Close();
        Assert.True(Directory.GetFiles(recording.Directory).Length > 5);
        EventLaws.AssertHold(recording);
        Assert.Equal(units.Select(unit => (unit.Id, unit.Name)), recording.Units.Select(unit => (unit.Id, unit.Name)));
        Assert.All(units, unit => Assert.Equal(402, recording.EventsOf(unit.Id).Count));
    }

    [Fact]
    public void Unit_ManyThatEndAtOnce_AreToldOnce()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        ExecutionUnit parent = _test.Begin(buffer, "parent");
        var ids = new List<ExecutionUnitId>();
        for (int i = 0; i < 10_000; i++)
        {
            ExecutionUnit child = _test.Begin(buffer, "child", parent.Add(buffer, EventKind.Fork));
            child.Complete(buffer);
            parent.Add(buffer, EventKind.Join, child.LastEvent);
            ids.Add(child.Id);
        }
        RunRecording recording = _test.Close();
        Assert.Equal(ids, recording.Units.Skip(1).Select(unit => unit.Id));
        Assert.All(recording.Units.Skip(1), unit => Assert.Equal((parent.Id, "child"), (unit.Cause.Unit, unit.Name)));
        EventLaws.AssertHold(recording);
    }

    [Fact]
    public void Event_MovedBetweenThreads_IsInOrder()
    {
        ExecutionUnit unit = null!;
        var threads = new List<Thread>();
        using var turn = new SemaphoreSlim(1);
        using var started = new CountdownEvent(1);
        for (int t = 0; t < 4; t++)
        {
            var thread = new Thread(() =>
            {
                ThreadBuffer buffer = _test.NewBuffer();
                started.Wait();
                for (int i = 0; i < 1000; i++)
                {
                    turn.Wait();
                    unit.Add(buffer, EventKind.Resume);
                    unit.Add(buffer, EventKind.Wait);
                    turn.Release();
                    if (i % 100 == 0) _test.Session.Flush();
                }
            });
            thread.Start();
            threads.Add(thread);
        }
        unit = _test.Begin(_test.NewBuffer());
        unit.Suspend();
        started.Signal();
        foreach (Thread thread in threads) thread.Join();

        RunRecording recording = _test.Close();
        Assert.False(unit.IsShared);
        Assert.False(recording.IsShared(unit.Id));
        Assert.Equal(8001, recording.EventsOf(unit.Id).Count);
        EventLaws.AssertHold(recording);
    }

    [Fact]
    public void Clock_OfTheRecording_TellsWhenEventsWere()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        DateTime before = DateTime.UtcNow;
        ExecutionUnit unit = _test.Begin(buffer);
        Thread.Sleep(20);
        unit.Add(buffer, EventKind.Send);
        DateTime after = DateTime.UtcNow;
        _test.Session.Flush();
        Thread.Sleep(20);
        unit.Complete(buffer);

        RunRecording recording = _test.Close();
        Assert.True(recording.Clocks.Count >= 2);
        Assert.All(recording.Clocks, clock => Assert.InRange(clock.Uncertainty, 0, Stopwatch.Frequency / 100));
        TimeSpan slack = TimeSpan.FromMilliseconds(10);
        DateTime[] times = [.. recording.EventsOf(unit.Id).Select(each => recording.Clock.UtcOf(each.Time)!.Value)];
        Assert.InRange(times[0], before - slack, after - TimeSpan.FromMilliseconds(20) + slack);
        Assert.InRange(times[1], times[0] + TimeSpan.FromMilliseconds(20) - slack, after + slack);
        Assert.InRange(times[2], times[1] + slack, DateTime.UtcNow + slack);
    }

    [Fact]
    public void Refresh_WhileRecording_SeesMoreEachTime()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        ExecutionUnit unit = _test.Begin(buffer);
        RunRecording? recording = null;
        for (int round = 1; round <= 20; round++)
        {
            for (int i = 0; i < 100; i++) unit.Add(buffer, EventKind.Send);
            _test.Session.Flush();
            if (recording is null) recording = _test.Read();
            else recording.Refresh();
            Assert.Equal(1 + 100 * round, recording.EventsOf(unit.Id).Count);
        }
        EventLaws.AssertHold(recording!);
    }

    [Fact]
    public void Event_LoopOfSendsAndReceives_TakesFewBytes()
    {
        const int Events = 200_000;
        ThreadBuffer buffer = _test.NewBuffer();
        ExecutionUnit sender = _test.Begin(buffer, "sender"), receiver = _test.Begin(buffer, "receiver");
        for (int i = 0; i < Events / 2; i++) receiver.Add(buffer, EventKind.Receive, sender.Add(buffer, EventKind.Send, site: 3), site: 4);
        RunRecording recording = _test.Close();
        long bytes = Directory.GetFiles(recording.Directory).Sum(BytesOfEvents);
        Assert.InRange((double)bytes / Events, 0.5, 4);
    }

    // Of all blocks that are there because of events; steps and sites of other tests are in the recording, too.
    private static long BytesOfEvents(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        long sum = 0;
        for (int at = SegmentHeader.Length; at < bytes.Length;)
        {
            Assert.True(BlockFrame.TryRead(bytes.AsSpan(at), out BlockFrame frame));
            int length = BlockFrame.Length + frame.PayloadLength;
            if (frame.Kind is >= BlockKind.Units and <= BlockKind.Clock) sum += length;
            at += length;
        }
        return sum;
    }
}
