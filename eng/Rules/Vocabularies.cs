using Weft.Analyzers;

namespace Weft.Rules;

/// <summary>Under which names the rules are run: few use Weft, and many have the same habits with other things.</summary>
internal static class Vocabularies
{
    internal static readonly IReadOnlyDictionary<string, Vocabulary> ByName = new Dictionary<string, Vocabulary>
    {
        ["weft"] = Vocabulary.Weft,
        // An activity is begun and ended, has a current one that flows, and a context that others go on from: as a unit.
        ["activities"] = new()
        {
            Unit = "System.Diagnostics.Activity",
            Scope = "System.Diagnostics.Activity",
            TraceContext = "System.Diagnostics.ActivityContext",
            Starter = "System.Diagnostics.ActivitySource",
            Start = "StartActivity",
            Cause = "parentContext",
            Progress = ["AddEvent", "SetTag", "AddTag", "AddException", "SetStatus"],
        },
        // A token is handed on by optional parameters and overloads, and forgotten as a context is: WEFT201.
        ["tokens"] = new() { TraceContext = "System.Threading.CancellationToken" },
        // The spans of Datadog's tracer, in its own source.
        ["datadog"] = new()
        {
            Unit = "Datadog.Trace.Span",
            Scope = "Datadog.Trace.Scope",
            TraceContext = "Datadog.Trace.SpanContext",
            Starter = "Datadog.Trace.Tracer",
            Start = "StartActiveInternal",
            Cause = "parent",
            Progress = ["SetTag", "SetException", "SetMetric"],
        },
        // The spans of OpenTelemetry's own interface, in its source.
        ["telemetry"] = new()
        {
            Unit = "OpenTelemetry.Trace.TelemetrySpan",
            Scope = "OpenTelemetry.Trace.TelemetrySpan",
            TraceContext = "OpenTelemetry.Trace.SpanContext",
            Starter = "OpenTelemetry.Trace.Tracer",
            Start = "StartActiveSpan",
            Cause = "parentContext",
            Progress = ["AddEvent", "SetAttribute", "SetStatus", "RecordException"],
        },
    };
}
