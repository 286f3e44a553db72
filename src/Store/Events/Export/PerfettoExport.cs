using System.Globalization;

namespace Weft.Store.Events.Export;

/// <summary>Events as a trace of Perfetto: packets of protocol buffers (protos/perfetto/trace in https://github.com/google/perfetto).</summary>
// Design: a process and each of its units is a track. A unit is a slice from its first event to its last one; a wait is a slice in it, any other event an instant. An arrow (a flow) joins two events
// by an id of its own; its beginning is an instant on the track of the event that is referred to, written when its end is, so that nothing is kept. Viewers sort by time.
internal sealed class PerfettoExport(Stream output) : IEventExport
{
    // Fields of the messages.
    private const int TracePacket = 1;                                                          // of Trace
    private const int Timestamp = 8, Sequence = 10, TrackEvent = 11, TrackDescriptor = 60, ClockSnapshot = 6;    // of TracePacket
    private const int TrackUuid = 1, TrackName = 2, TrackProcess = 3, TrackParent = 5;          // of TrackDescriptor
    private const int ProcessPid = 1, ProcessName = 6;                                          // of ProcessDescriptor
    private const int Annotation = 4, EventType = 9, EventTrack = 11, Category = 22, EventName = 23, FlowId = 47, TerminatingFlowId = 48;    // of TrackEvent
    private const int AnnotationBool = 2, AnnotationInt = 4, AnnotationDouble = 5, AnnotationText = 6, AnnotationName = 10;     // of DebugAnnotation
    private const int Clock = 1, ClockId = 1, ClockTimestamp = 2;                               // of ClockSnapshot and its clocks
    private const int SliceBegin = 1, SliceEnd = 2, Instant = 3;
    private const int Realtime = 1, Boottime = 6;

    private readonly ExportIds _ids = new();
    private readonly ProtoWriter _trace = new(), _packet = new(), _body = new(), _inner = new();

    /// <inheritdoc/>
    public void Begin(AskedEvents events, IEnumerable<ExportedUnit> units)
    {
        WriteClocks((ulong)Math.Max(0, ExportIds.ZeroOf(events)));
        foreach (EventRun run in events.Runs)
        {
            _inner.Clear();
            _inner.Number(ProcessPid, (ulong)_ids.ProcessOf(run));
            _inner.Text(ProcessName, run.Name);
            _body.Clear();
            _body.Number(TrackUuid, run.ProcessId);
            _body.Message(TrackProcess, _inner);
            Write(TrackDescriptor, time: null);
        }
        foreach (ExportedUnit unit in units)
        {
            _body.Clear();
            _body.Number(TrackUuid, unit.Unit.Id.Value);
            _body.Text(TrackName, unit.Name);
            _body.Number(TrackParent, unit.Run.ProcessId);
            Write(TrackDescriptor, time: null);
        }
    }

    /// <inheritdoc/>
    public void Write(ExportedUnit unit)
    {
        ulong track = unit.Unit.Id.Value;
        Open(SliceBegin, track, unit.Name, unit.Unit.Kind.ToString());
        Write(TrackEvent, unit.Begin);
        bool waits = false;
        long end = 0;
        foreach (TimedEvent each in unit.All())
        {
            end = each.Time;
            if (waits) Close(track, each.Time);
            waits = each.Kind == EventKind.Wait;
            TimedEvent? cause = unit.CauseOf(each);
            if (cause is not null) WriteSource(cause, each);
            Open(waits ? SliceBegin : Instant, track, waits ? "wait" : each.Key ?? each.Kind.ToString(), waits ? "wait" : "event");
            if (cause is not null) _body.Fixed(TerminatingFlowId, ExportIds.FlowOf(each.Id));
            foreach ((string key, object? value) in EventDetails.Of(each)) Annotate(key, value);
            Write(TrackEvent, each.Time);
        }
        if (waits) Close(track, end);
        Close(track, end);
    }

    /// <inheritdoc/>
    public void End() => output.Flush();

    // Times are those of the clock, and told as such: the trace's own clock shows the same.
    private void WriteClocks(ulong zero)
    {
        _body.Clear();
        foreach (int id in (ReadOnlySpan<int>)[Boottime, Realtime])
        {
            _inner.Clear();
            _inner.Number(ClockId, (ulong)id);
            _inner.Number(ClockTimestamp, zero);
            _body.Message(Clock, _inner);
        }
        Write(ClockSnapshot, time: null);
    }

    private void WriteSource(TimedEvent cause, TimedEvent each)
    {
        Open(Instant, cause.Unit.Id.Value, "causes", "causality");
        _body.Fixed(FlowId, ExportIds.FlowOf(each.Id));
        Annotate("event", cause.Id.ToString());
        Write(TrackEvent, Math.Min(cause.Time, each.Time));
    }

    private void Close(ulong track, long time)
    {
        _body.Clear();
        _body.Number(EventType, SliceEnd);
        _body.Number(EventTrack, track);
        Write(TrackEvent, time);
    }

    private void Open(int type, ulong track, string name, string category)
    {
        _body.Clear();
        _body.Number(EventType, (ulong)type);
        _body.Number(EventTrack, track);
        _body.Text(Category, category);
        _body.Text(EventName, name);
    }

    private void Annotate(string key, object? value)
    {
        _inner.Clear();
        _inner.Text(AnnotationName, key);
        switch (value)
        {
            case bool truth: _inner.Number(AnnotationBool, truth ? 1ul : 0); break;
            case long number: _inner.Number(AnnotationInt, (ulong)number); break;
            case double number: _inner.Double(AnnotationDouble, number); break;
            default: _inner.Text(AnnotationText, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null"); break;
        }
        _body.Message(Annotation, _inner);
    }

    private void Write(int field, long? time)
    {
        _packet.Clear();
        if (time is { } known) _packet.Number(Timestamp, (ulong)Math.Max(0, known));
        _packet.Number(Sequence, 1);
        _packet.Message(field, _body);
        _trace.Clear();
        _trace.Message(TracePacket, _packet);
        output.Write(_trace.Written);
    }
}
