namespace Weft.Analyzers;

/// <summary>The ids of Weft's rules. 1xx: execution units, 2xx: context propagation, 3xx: lineage and records, 4xx: cost.</summary>
internal static class RuleIds
{
    internal const string CapturedByConcurrentWork = "WEFT101";
    internal const string SharedBySeveralTasks = "WEFT102";
    internal const string SharedState = "WEFT103";
    internal const string HandedOverAsData = "WEFT104";
    internal const string UsedAfterCompletion = "WEFT105";
    internal const string ThreadBoundAcrossAwait = "WEFT106";
    internal const string NeverCompleted = "WEFT107";
    internal const string ForwardContext = "WEFT201";
    internal const string OuterContext = "WEFT202";
    internal const string MessageWithoutContext = "WEFT203";
    internal const string ReceivedContextIgnored = "WEFT204";
    internal const string DeferredWithoutContext = "WEFT205";
    internal const string FlowSuppressed = "WEFT206";
    internal const string LongLivedWork = "WEFT207";
    internal const string DroppedWork = "WEFT208";
    internal const string SilentSignal = "WEFT209";
    internal const string NoHeaders = "WEFT210";
    internal const string ExecutorWithoutAnnotation = "WEFT211";
    internal const string CopiedByHand = "WEFT301";
    internal const string LineageLostHere = "WEFT302";
    internal const string RebuiltFromIndex = "WEFT303";
    internal const string DroppedBySerializer = "WEFT304";
    internal const string SpanInEquality = "WEFT305";
    internal const string EnumeratedTwice = "WEFT306";
    internal const string EagerPayload = "WEFT401";
}
