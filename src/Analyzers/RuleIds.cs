namespace Weft.Analyzers;

/// <summary>The ids of Weft's rules. 1xx: execution units, 2xx: context propagation, 3xx: lineage and records, 4xx: cost.</summary>
internal static class RuleIds
{
    internal const string LineageLostHere = "WEFT302";
}
