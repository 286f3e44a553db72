namespace Weft.Analyzers;

/// <summary>What the things are called that the rules are about. Weft's own names; under others the rules can be tried on code that does not use Weft (eng/Rules).</summary>
internal sealed class Vocabulary
{
    internal static readonly Vocabulary Weft = new()
    {
        Unit = "Weft.ExecutionUnit",
        Scope = "Weft.ExecutionUnitScope",
        TraceContext = "Weft.TraceContext",
        LineageContext = "Weft.LineageContext",
        Starter = "Weft.ExecutionUnit",
        Start = "Start",
        Cause = "cause",
        Progress = ["Event", "Annotate"],
    };

    /// <summary>An activity is begun and ended, has a current one that flows, and a context that others go on from: as a unit.</summary>
    internal static readonly Vocabulary Activities = new()
    {
        Unit = "System.Diagnostics.Activity",
        Scope = "System.Diagnostics.Activity",
        TraceContext = "System.Diagnostics.ActivityContext",
        LineageContext = "Weft.LineageContext",
        Starter = "System.Diagnostics.ActivitySource",
        Start = "StartActivity",
        Cause = "parentContext",
        Progress = ["AddEvent", "SetTag", "AddTag", "AddException", "SetStatus"],
    };

    internal string Unit { get; private set; } = "";

    internal string Scope { get; private set; } = "";

    internal string TraceContext { get; private set; } = "";

    internal string LineageContext { get; private set; } = "";

    /// <summary>The type whose method begins a unit.</summary>
    internal string Starter { get; private set; } = "";

    /// <summary>The method that begins a unit.</summary>
    internal string Start { get; private set; } = "";

    /// <summary>Its parameter for what the unit goes on from.</summary>
    internal string Cause { get; private set; } = "";

    /// <summary>The methods of a unit that record something.</summary>
    internal string[] Progress { get; private set; } = [];
}
