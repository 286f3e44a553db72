namespace Weft.Tool.Commands;

/// <summary>What mends what a rule finds: as docs/rules/README.md has it.</summary>
internal static class DoctorFixes
{
    private static readonly Dictionary<string, string> _byRule = new()
    {
        ["WEFT101"] = "take the context before, start a unit inside",
        ["WEFT102"] = "fork a unit for each call",
        ["WEFT103"] = "keep the context",
        ["WEFT104"] = "send its context",
        ["WEFT106"] = "start a unit of the kind Task",
        ["WEFT107"] = "declare the scope with using",
        ["WEFT201"] = "pass the context",
        ["WEFT202"] = "pass the inner context",
        ["WEFT203"] = "add a member for the context",
        ["WEFT204"] = "depend on the received context",
        ["WEFT205"] = "take the context before, start a unit inside",
        ["WEFT206"] = "hand the context over",
        ["WEFT207"] = "begin a trace of its own, with a link",
        ["WEFT208"] = "await it, or Lineage.Detach",
        ["WEFT209"] = "record an event before the signal",
        ["WEFT210"] = "give the client a LineageHandler",
        ["WEFT211"] = "mark the parameter",
        ["WEFT301"] = "copy the lineage too",
        ["WEFT302"] = "mark with [LineageBoundary]",
        ["WEFT303"] = "project the records",
        ["WEFT304"] = "[JsonInclude]",
        ["WEFT305"] = "keep the span outside equality",
        ["WEFT306"] = "read it once, into a list",
        ["WEFT401"] = "make it an interpolated string",
    };

    /// <summary>The fix of a rule, or where to read on.</summary>
    internal static string Of(string rule) => _byRule.TryGetValue(rule, out string? fix) ? fix : $"see docs/rules/{rule}.md";

    /// <summary>Whether <c>dotnet format</c> can apply it.</summary>
    internal static bool IsApplied(string rule) => _byRule.ContainsKey(rule);
}
