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

    internal string Unit { get; set; } = "";

    internal string Scope { get; set; } = "";

    internal string TraceContext { get; set; } = "";

    internal string LineageContext { get; set; } = "";

    /// <summary>The type whose method begins a unit.</summary>
    internal string Starter { get; set; } = "";

    /// <summary>The method that begins a unit.</summary>
    internal string Start { get; set; } = "";

    /// <summary>Its parameter for what the unit goes on from.</summary>
    internal string Cause { get; set; } = "";

    /// <summary>The methods of a unit that record something.</summary>
    internal string[] Progress { get; set; } = [];
}
