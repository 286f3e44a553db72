// Proves what a unit is: one that was started goes on from the current one or from its cause, ends once, waits and goes on, and notices when it is shared.
using Weft.Capture;
using Weft.Events;
using Weft.Segments;

namespace Weft.Tests.Events;

public sealed class ExecutionUnitTests
{
    [Fact]
    public void Start_WithoutCause_GoesOnFromTheCurrentUnit()
    {
        using ExecutionUnitScope outer = ExecutionUnit.Start(ExecutionUnitKind.Process, "outer");
        outer.Unit.Record = new CurrentRecord(17, 3);
        EventId sent = outer.Unit.Event(EventKind.Send);
        using ExecutionUnitScope inner = ExecutionUnit.Start(ExecutionUnitKind.Task, "inner");

        Assert.Same(inner.Unit, ExecutionUnit.Current);
        Assert.NotEqual(outer.Unit.Id, inner.Unit.Id);
        Assert.Equal(outer.Unit.Trace, inner.Unit.Trace);
        Assert.Equal(new CurrentRecord(17, 3), inner.Unit.Record);
        Assert.Equal(new TraceContext(inner.Unit.Trace, inner.Unit.LastEvent, new SpanId(17)), inner.Unit.Context);
        Assert.Equal((ExecutionUnitKind.Task, "inner", 1L), (inner.Unit.Kind, inner.Unit.Name, inner.Unit.LastEvent.Number));

        using RunRecording recording = Read();
        Assert.Equal(sent, recording.Unit(inner.Unit.Id)!.Cause);
        EventLaws.AssertHold(recording, [inner.Unit.Id]);
    }

    [Fact]
    public void Start_WithCause_GoesOnFromIt()
    {
        var cause = new TraceContext(TraceId.New(), new EventId(ExecutionUnitId.New(), 9), new SpanId(4));
        using (ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "message", cause))
        {
            Assert.Equal(cause.Trace, scope.Unit.Trace);
            Assert.Equal(new CurrentRecord(4, 0), scope.Unit.Record);
            using RunRecording recording = Read();
            Assert.Equal(cause.Event, recording.Unit(scope.Unit.Id)!.Cause);
        }
        using ExecutionUnitScope foreign = ExecutionUnit.Start(ExecutionUnitKind.Handler, "message", cause with { Process = 1 });
        Assert.Equal(default, foreign.Unit.Record); // a span of another process says nothing here
        using ExecutionUnitScope fresh = ExecutionUnit.Start(ExecutionUnitKind.Handler, "message", cause with { Trace = default });
        Assert.False(fresh.Unit.Trace.IsNone);
    }

    [Fact]
    public void Dispose_Again_DoesNothing()
    {
        ExecutionUnit before = ExecutionUnit.Current;
        ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "once");
        Assert.False(scope.Unit.IsCompleted);
        scope.Dispose();
        scope.Dispose();
        Assert.True(scope.Unit.IsCompleted);
        Assert.False(scope.Unit.IsWaiting);
        Assert.Equal(2, scope.Unit.LastEvent.Number);
        Assert.Same(before, ExecutionUnit.Current);
        default(ExecutionUnitScope).Dispose();
    }

    [Fact]
    public void Dispose_OuterBeforeInner_LeavesTheInnerOneCurrent()
    {
        ExecutionUnit before = ExecutionUnit.Current;
        ExecutionUnitScope outer = ExecutionUnit.Start(ExecutionUnitKind.Task, "outer");
        ExecutionUnitScope inner = ExecutionUnit.Start(ExecutionUnitKind.Task, "inner");
        outer.Dispose();
        Assert.Same(inner.Unit, ExecutionUnit.Current);
        inner.Dispose();
        Assert.Same(outer.Unit, ExecutionUnit.Current);
        ExecutionUnit.Leave(outer.Unit, before);
        Assert.Same(before, ExecutionUnit.Current);
    }

    [Fact]
    public void Event_ByTurnsOfWaiting_IsNotShared()
    {
        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "turns");
        ExecutionUnit unit = scope.Unit;
        Assert.False(unit.IsWaiting);
        unit.Event(EventKind.Wait);
        Assert.True(unit.IsWaiting);
        OnAnotherThread(() =>
        {
            unit.Event(EventKind.Resume);
            Assert.False(unit.IsWaiting);
            unit.Suspend(); // without an event
            Assert.True(unit.IsWaiting);
        });
        unit.Event(EventKind.Send);
        Assert.False(unit.IsShared);
        using RunRecording recording = Read();
        Assert.False(recording.IsShared(unit.Id));
    }

    [Fact]
    public void Event_OnAnotherThreadWithoutAWait_IsShared()
    {
        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "shared");
        ExecutionUnit unit = scope.Unit;
        OnAnotherThread(() => unit.Event(EventKind.Send));
        Assert.True(unit.IsShared);
        using RunRecording recording = Read();
        Assert.True(recording.IsShared(unit.Id));
        Assert.Equal([1L, 2], recording.EventsOf(unit.Id).Select(each => each.Number));
    }

    [Fact]
    public void Event_BehindTheEnd_IsRecordedAndShared()
    {
        ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "outlived");
        scope.Dispose();
        Assert.False(scope.Unit.IsShared);
        scope.Unit.Event(EventKind.Send);
        Assert.True(scope.Unit.IsShared);
        using RunRecording recording = Read();
        Assert.True(recording.IsShared(scope.Unit.Id));
        EventLaws.AssertHold(recording, [scope.Unit.Id]);
    }

    [Fact]
    public void Event_ByManyAtOnce_KeepsNumbersDense()
    {
        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "at once");
        ExecutionUnit unit = scope.Unit;
        Parallel.For(0, 20_000, _ => unit.Event(EventKind.Send));
        Assert.Equal(20_001, unit.LastEvent.Number);
        using RunRecording recording = Read();
        Assert.Equal(20_001, recording.EventsOf(unit.Id).Count);
        EventLaws.AssertHold(recording, [unit.Id]);
    }

    [Fact]
    public void Annotate_EveryOverload_ComesBack()
    {
        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "annotated");
        int answer = 42;
        scope.Unit.Annotate("text", "plain");
        scope.Unit.Annotate("none", (string?)null);
        scope.Unit.Annotate("long", long.MinValue);
        scope.Unit.Annotate("double", 0.25);
        scope.Unit.Annotate("bool", true);
        scope.Unit.Annotate("formatted", $"answer {answer:D4}|{1.5}|{"left",-6}|{answer,4:X}|{"span".AsSpan()}");
        using RunRecording recording = Read();
        Assert.Equal(
            [("text", "plain"), ("none", null), ("long", long.MinValue), ("double", 0.25), ("bool", true), ("formatted", (object?)"answer 0042|1.5|left  |  2A|span")],
            recording.EventsOf(scope.Unit.Id).Skip(1).Select(each => (each.Key!, each.Value)));
    }

    [Fact]
    public void Arguments_NotUnderstood_AreRefused()
    {
        ExecutionUnit unit = ExecutionUnit.Current;
        Assert.Throws<ArgumentNullException>(() => ExecutionUnit.Start(ExecutionUnitKind.Task, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExecutionUnit.Start(0, "x"));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExecutionUnit.Start((ExecutionUnitKind)5, "x"));
        Assert.Throws<ArgumentOutOfRangeException>(() => unit.Event(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => unit.Event((EventKind)15));
        Assert.Throws<ArgumentNullException>(() => unit.Annotate(null!, 1));
        Assert.Throws<ArgumentNullException>(() => unit.Annotate(null!, "x"));
    }

    internal static RunRecording Read()
    {
        Recorder.Flush();
        return RunRecording.Open(Recorder.RunDirectory!);
    }

    private static void OnAnotherThread(Action action)
    {
        Exception? fault = null;
        var thread = new Thread(() =>
        {
            try
            {
                action();
            }
            catch (Exception caught)
            {
                fault = caught;
            }
        });
        thread.Start();
        thread.Join();
        Assert.Null(fault);
    }
}
