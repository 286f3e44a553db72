using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Weft.Carriers;

namespace Weft.Store.Events.Export;

/// <summary>Execution units as spans of OpenTelemetry: lines of JSON as its file exporter writes them (https://opentelemetry.io/docs/specs/otel/protocol/file-exporter/).</summary>
// Design: a unit is a span with its own id; its events are the span's, what they refer to its links. Collectors and viewers keep 128 of each: a unit with more is told in parts, which
// are spans one below the first. The event at which a message is sent is a span as well, with the id that its headers carry, so that services that do not know Weft hang below it.
internal sealed class OtlpExport(Stream output) : IEventExport
{
    /// <summary>Most links of a span, and most of its events: the limits of OpenTelemetry's SDKs (https://opentelemetry.io/docs/specs/otel/trace/sdk/#span-limits).</summary>
    internal const int MostOfASpan = 128;

    private const int InternalKind = 1, ServerKind = 2, ClientKind = 3, ProducerKind = 4, ConsumerKind = 5;

    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Utf8JsonWriter _json = new(output, _options);

    private readonly record struct Part(string Name, ulong Id, ulong Parent, int Kind, long Begin, long End);

    /// <inheritdoc/>
    public void Begin(AskedEvents events, IEnumerable<ExportedUnit> units)
    {
        // Each line says all.
    }

    /// <inheritdoc/>
    public void Write(ExportedUnit unit)
    {
        var part = new List<TimedEvent>();
        int links = 0, number = 0;
        string trace = (unit.Unit.Trace.IsNone ? new TraceId(unit.Unit.Id.Value) : unit.Unit.Trace).ToString();
        foreach (TimedEvent each in unit.All())
        {
            if (part.Count == MostOfASpan || links == MostOfASpan)
            {
                WritePart(unit, trace, part, number++);
                part.Clear();
                links = 0;
            }
            part.Add(each);
            if (!each.Reference.IsNone) links++;
            if (each.Kind is EventKind.Send or EventKind.Request) WriteSent(unit, trace, each);
        }
        WritePart(unit, trace, part, number);
    }

    /// <inheritdoc/>
    public void End() => output.Flush();

    // The first part is the unit from its beginning to its end, with its first events; the others are stretches of it.
    private void WritePart(ExportedUnit unit, string trace, List<TimedEvent> events, int number)
    {
        bool isFirst = number == 0;
        string name = isFirst ? unit.Name : string.Create(CultureInfo.InvariantCulture, $"{unit.Name} ({number + 1})");
        long begin = isFirst ? unit.Begin!.Value : events[0].Time;
        long end = isFirst ? unit.End!.Value : events[^1].Time;
        int kind = unit.Unit.Kind != ExecutionUnitKind.Handler ? InternalKind : unit.Events.Find(unit.Unit.Cause)?.Kind == EventKind.Request ? ServerKind : ConsumerKind;
        ulong parent = isFirst ? ParentOf(unit) : unit.Unit.Id.Value;
        Open(unit.Run);
        WriteSpanHead(trace, new Part(name, ExportIds.PartOf(unit.Unit.Id, number), parent, isFirst ? kind : InternalKind, begin, end));
        WriteAttributes([("weft.unit", unit.Unit.Id.ToString()), ("weft.unit.kind", unit.Unit.Kind.ToString().ToLowerInvariant()), ("weft.thread", (long)unit.Unit.Thread)]);
        _json.WriteStartArray("events");
        foreach (TimedEvent each in events) WriteEvent(each);
        _json.WriteEndArray();
        WriteLinks(unit, events);
        Close();
    }

    private void WriteSent(ExportedUnit unit, string trace, TimedEvent sent)
    {
        Open(unit.Run);
        WriteSpanHead(trace, new Part(
            sent.Kind == EventKind.Request ? "request" : "send", OwnMember.ParentIdOf(sent.Id), unit.Unit.Id.Value, sent.Kind == EventKind.Request ? ClientKind : ProducerKind, sent.Time, sent.Time));
        WriteAttributes(EventDetails.Of(sent));
        Close();
    }

    private static ulong ParentOf(ExportedUnit unit)
    {
        if (unit.Unit.Cause.IsNone) return 0;
        TimedEvent? cause = unit.Events.Find(unit.Unit.Cause);
        return cause is null || cause.Kind is EventKind.Send or EventKind.Request ? OwnMember.ParentIdOf(unit.Unit.Cause) : cause.Unit.Id.Value;
    }

    private void WriteEvent(TimedEvent each)
    {
        _json.WriteStartObject();
        WriteTime("timeUnixNano", each.Time);
        _json.WriteString("name", each.Key ?? each.Kind.ToString().ToLowerInvariant());
        WriteAttributes(EventDetails.Of(each));
        _json.WriteEndObject();
    }

    private void WriteLinks(ExportedUnit unit, List<TimedEvent> events)
    {
        _json.WriteStartArray("links");
        foreach (TimedEvent each in events)
        {
            if (each.Reference.IsNone || each.Event.Number == 1 || unit.Events.RunOf(each.Reference.Unit)?.Recording.Unit(each.Reference.Unit) is not { Trace.IsNone: false } other) continue; // of the first event it is the parent
            _json.WriteStartObject();
            _json.WriteString("traceId", other.Trace.ToString());
            _json.WriteString("spanId", other.Id.ToString());
            WriteAttributes([("weft.event", each.Id.ToString()), ("weft.because_of", each.Reference.ToString())]);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void Open(EventRun run)
    {
        _json.WriteStartObject();
        _json.WriteStartArray("resourceSpans");
        _json.WriteStartObject();
        _json.WriteStartObject("resource");
        WriteAttributes([("service.name", run.Program), ("service.instance.id", run.ProcessId.ToString("x16", CultureInfo.InvariantCulture)), ("host.name", run.Run.Info.Process?.Host), ("process.pid", (long)(run.Run.Info.Process?.OperatingSystemId ?? 0))]);
        _json.WriteEndObject();
        _json.WriteStartArray("scopeSpans");
        _json.WriteStartObject();
        _json.WriteStartObject("scope");
        _json.WriteString("name", "Weft");
        _json.WriteEndObject();
        _json.WriteStartArray("spans");
        _json.WriteStartObject();
    }

    private void WriteSpanHead(string trace, Part part)
    {
        _json.WriteString("traceId", trace);
        _json.WriteString("spanId", part.Id.ToString("x16", CultureInfo.InvariantCulture));
        if (part.Parent != 0) _json.WriteString("parentSpanId", part.Parent.ToString("x16", CultureInfo.InvariantCulture));
        _json.WriteString("name", part.Name);
        _json.WriteNumber("kind", part.Kind);
        WriteTime("startTimeUnixNano", part.Begin);
        WriteTime("endTimeUnixNano", part.End);
    }

    private void WriteTime(string name, long time) => _json.WriteString(name, time.ToString(CultureInfo.InvariantCulture)); // 64-bit numbers are text in the JSON mapping

    private void WriteAttributes(IEnumerable<(string Key, object? Value)> attributes)
    {
        _json.WriteStartArray("attributes");
        foreach ((string key, object? value) in attributes)
        {
            _json.WriteStartObject();
            _json.WriteString("key", key);
            _json.WriteStartObject("value");
            switch (value)
            {
                case null: break;
                case bool truth: _json.WriteBoolean("boolValue", truth); break;
                case long number: _json.WriteString("intValue", number.ToString(CultureInfo.InvariantCulture)); break;
                case double number when double.IsFinite(number): _json.WriteNumber("doubleValue", number); break;
                default: _json.WriteString("stringValue", Convert.ToString(value, CultureInfo.InvariantCulture)); break;
            }
            _json.WriteEndObject();
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void Close()
    {
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        output.WriteByte((byte)'\n');
    }
}
