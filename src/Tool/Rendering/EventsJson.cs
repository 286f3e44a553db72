using System.Globalization;
using System.Text.Json;
using Weft.Store;
using Weft.Store.Events;
using Weft.Store.Events.Clocks;

namespace Weft.Tool.Rendering;

/// <summary>Writes answers about events.</summary>
internal static class EventsJson
{
    internal static void Write(Utf8JsonWriter json, SitesJson sites, PathAnswer answer)
    {
        CriticalPath path = answer.Path;
        json.WriteRun("run", answer.Run);
        json.WriteString("label", answer.Record.Label);
        WriteRuns(json, answer.Others);
        json.WriteVerdict(path.Verdict, path.Reasons);
        json.WriteStrings("clocks", answer.Clocks);
        WriteTime(json, "begin", path.First.Time);
        WriteTime(json, "end", path.End.Time);
        json.WriteNumber("stepCount", path.StepCount);
        json.WriteBoolean("summarised", path.IsSummarised);
        json.WriteObjects("steps", path.Steps, step =>
        {
            WriteTime(json, "at", step.From.Time);
            WriteStretch(json, sites, PathStretch.Of(step), step.Duration, count: 1);
            json.WriteString("from", step.From.Id.ToString());
            json.WriteString("to", step.To.Id.ToString());
        });
        json.WriteObjects("stretches", path.Stretches, each => WriteStretch(json, sites, each.Stretch, each.Duration, each.Count));
    }

    internal static void Write(Utf8JsonWriter json, SitesJson sites, TraceAnswer answer)
    {
        WriteRuns(json, answer.Runs, "runs");
        json.WriteStartObject("trace");
        WriteTrace(json, answer.Trace);
        json.WriteEndObject();
        json.WriteVerdict(answer.Reasons.Count == 0 ? LineageVerdict.Exact : LineageVerdict.Incomplete, answer.Reasons);
        json.WriteStrings("clocks", answer.Clocks);
        json.WriteObjects("events", answer.Events, each => WriteEvent(json, sites, each));
    }

    internal static void Write(Utf8JsonWriter json, TraceListing listing)
    {
        WriteRuns(json, listing.Runs, "runs");
        json.WriteNumber("traceCount", listing.Count);
        json.WriteObjects("traces", listing.Traces, trace => WriteTrace(json, trace));
    }

    /// <summary>Writes when the records of an answer were there.</summary>
    internal static void WriteTimes(Utf8JsonWriter json, SitesJson sites, WhyAnswer answer)
    {
        if (answer.Times is not { } times) return;
        json.WriteStrings("clocks", times.Clocks);
        json.WriteStartArray("times");
        for (int node = 0; node < answer.Graph.Nodes.Count; node++)
        {
            if (times.Of(answer.Graph.Nodes[node]) is not { } time) continue;
            json.WriteStartObject();
            json.WriteNumber("node", node);
            WriteTime(json, "at", time.Event.Time);
            json.WriteString("unit", time.Event.UnitName);
            json.WriteNullableNumber("sinceInputs", time.Since);
            json.WriteObjects("spent", time.Spent, each => WriteStretch(json, sites, each.Stretch, each.Duration, each.Count));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRuns(Utf8JsonWriter json, IEnumerable<Store.Runs.RunInfo> runs, string name = "others")
    {
        json.WriteObjects(name, runs, json.WriteRunMembers);
    }

    private static void WriteTrace(Utf8JsonWriter json, TraceSummary trace)
    {
        json.WriteString("id", trace.Id.ToString());
        json.WriteString("name", trace.Name);
        WriteTime(json, "begin", trace.Begin);
        WriteTime(json, "end", trace.End);
        json.WriteNumber("eventCount", trace.Events);
        json.WriteNumber("unitCount", trace.Units);
        json.WriteStrings("processes", trace.Processes.Select(run => JsonParts.Process(run.ProcessId) ?? ""));
    }

    private static void WriteEvent(Utf8JsonWriter json, SitesJson sites, TimedEvent each)
    {
        json.WriteString("id", each.Id.ToString());
        json.WriteString("kind", each.Kind.ToString().ToLowerInvariant());
        WriteTime(json, "at", each.Time);
        json.WriteString("unit", each.UnitName);
        json.WriteString("process", JsonParts.Process(each.Run.ProcessId));
        sites.Write(json, "site", each.Site);
        json.WriteString("reference", each.Reference.IsNone ? null : each.Reference.ToString());
        json.WriteString("span", each.Span.IsNone ? null : JsonParts.Text(each.Span));
        json.WriteString("key", each.Key);
        json.WriteString("value", each.Key is null ? null : Figures.Value(each.Value));
    }

    private static void WriteStretch(Utf8JsonWriter json, SitesJson sites, PathStretch stretch, long duration, long count)
    {
        json.WriteNumber("duration", duration);
        json.WriteNumber("count", count);
        json.WriteString("what", stretch.What);
        json.WriteString("unit", stretch.Unit);
        json.WriteString("process", stretch.Process);
        sites.Write(json, "site", stretch.Site);
    }

    private static void WriteTime(Utf8JsonWriter json, string name, long time) =>
        json.WriteString(name, ProcessTimeline.ToUtc(time).ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
}
