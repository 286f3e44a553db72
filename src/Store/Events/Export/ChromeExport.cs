using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Weft.Store.Events.Export;

/// <summary>Events as Chrome's JSON trace events (the "Trace Event Format"): a process and its units as threads, slices, instants, and flow arrows.</summary>
// Design: a unit is a slice from its first event to its last one; a wait is a slice in it, any other event an instant. An arrow is told from its end: its start has the time of the event that is
// referred to. Written one object a line, so that nothing is kept.
internal sealed class ChromeExport(Stream output) : IEventExport
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Utf8JsonWriter _json = new(output, _options);
    private readonly ExportIds _ids = new();
    private bool _isFollowing;      // whether an object was written, so that a comma is due
    private long _zero;             // microseconds count from here: doubles are exact there

    /// <inheritdoc/>
    public void Begin(AskedEvents events, IEnumerable<ExportedUnit> units)
    {
        output.Write("{\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n"u8);
        _zero = ExportIds.ZeroOf(events);
        foreach (EventRun run in events.Runs)
        {
            int process = _ids.ProcessOf(run);
            Metadata("process_name", process, 0, run.Name);
        }
        foreach (ExportedUnit unit in units) Metadata("thread_name", _ids.ProcessOf(unit.Run), _ids.ThreadOf(unit.Unit.Id), unit.Name);
    }

    /// <inheritdoc/>
    public void Write(ExportedUnit unit)
    {
        (int process, int thread) = (_ids.ProcessOf(unit.Run), _ids.ThreadOf(unit.Unit.Id));
        Slice("B", process, thread, unit.Begin!.Value, unit.Name, unit.Unit.Kind.ToString());
        TimedEvent? wait = null;
        foreach (TimedEvent each in unit.All())
        {
            if (wait is not null) Slice("E", process, thread, each.Time, "wait", "wait");
            wait = each.Kind == EventKind.Wait ? each : null;
            if (wait is not null) Slice("B", process, thread, each.Time, "wait", "wait", each);
            else Slice("i", process, thread, each.Time, each.Key ?? each.Kind.ToString(), "event", each);
            if (unit.CauseOf(each) is { } cause) Arrow(cause, each, process, thread);
        }
        if (wait is not null) Slice("E", process, thread, unit.End!.Value, "wait", "wait");
        Slice("E", process, thread, unit.End!.Value + 1, unit.Name, unit.Unit.Kind.ToString()); // an arrow from the last event has to be in it
    }

    /// <inheritdoc/>
    public void End()
    {
        output.Write("\n]}\n"u8);
        output.Flush();
    }

    private void Arrow(TimedEvent cause, TimedEvent each, int process, int thread)
    {
        ulong id = ExportIds.FlowOf(each.Id);
        Flow("s", _ids.ProcessOf(cause.Run), _ids.ThreadOf(cause.Unit.Id), Math.Min(cause.Time, each.Time), id);
        Flow("f", process, thread, each.Time, id);
    }

    private void Flow(string phase, int process, int thread, long time, ulong id)
    {
        Open(phase, process, thread, time, "because of", "causality");
        _json.WriteString("id", id.ToString("x", CultureInfo.InvariantCulture));
        if (phase == "f") _json.WriteString("bp", "e"); // to the slice around it, not the next one
        Close();
    }

    private void Slice(string phase, int process, int thread, long time, string name, string category, TimedEvent? each = null)
    {
        Open(phase, process, thread, time, name, category);
        if (phase == "i") _json.WriteString("s", "t");
        if (each is not null)
        {
            _json.WriteStartObject("args");
            foreach ((string key, object? value) in EventDetails.Of(each)) WriteValue(key, value);
            _json.WriteEndObject();
        }
        Close();
    }

    private void Metadata(string name, int process, int thread, string value)
    {
        Separate();
        _json.WriteStartObject();
        _json.WriteString("ph", "M");
        _json.WriteNumber("pid", process);
        _json.WriteNumber("tid", thread);
        _json.WriteString("name", name);
        _json.WriteStartObject("args");
        _json.WriteString("name", value);
        _json.WriteEndObject();
        Close();
    }

    private void Open(string phase, int process, int thread, long time, string name, string category)
    {
        Separate();
        _json.WriteStartObject();
        _json.WriteString("ph", phase);
        _json.WriteNumber("pid", process);
        _json.WriteNumber("tid", thread);
        _json.WriteNumber("ts", (decimal)(time - _zero) / 1000); // microseconds
        _json.WriteString("name", name);
        _json.WriteString("cat", category);
    }

    private void WriteValue(string key, object? value)
    {
        switch (value)
        {
            case null: _json.WriteNull(key); break;
            case bool truth: _json.WriteBoolean(key, truth); break;
            case long number: _json.WriteNumber(key, number); break;
            case double number when double.IsFinite(number): _json.WriteNumber(key, number); break;
            default: _json.WriteString(key, Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    private void Close()
    {
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
    }

    private void Separate()
    {
        if (_isFollowing) output.Write(",\n"u8);
        _isFollowing = true;
    }
}
