namespace Weft.Analyzers;

/// <summary>What the things are called that the rules are about: Weft's own names, where nothing else is said. Under others the rules can be tried on code that does not use Weft (eng/Rules).</summary>
internal sealed class Vocabulary
{
    internal static readonly Vocabulary Weft = new();

    internal string Unit { get; set; } = "Weft.ExecutionUnit";

    internal string Scope { get; set; } = "Weft.ExecutionUnitScope";

    internal string TraceContext { get; set; } = "Weft.TraceContext";

    internal string LineageContext { get; set; } = "Weft.LineageContext";

    /// <summary>The type whose method begins a unit.</summary>
    internal string Starter { get; set; } = "Weft.ExecutionUnit";

    /// <summary>The method that begins a unit.</summary>
    internal string Start { get; set; } = "Start";

    /// <summary>Its parameter for what the unit goes on from.</summary>
    internal string Cause { get; set; } = "cause";

    /// <summary>The methods of a unit that record something.</summary>
    internal string[] Progress { get; set; } = ["Event", "Annotate"];
}
