namespace Weft.Tool.Commands;

/// <summary>What the doctor says to a person.</summary>
internal static class DoctorText
{
    internal static void Print(TextWriter output, string project, DoctorReport report)
    {
        output.WriteLine(report.Woven is { } woven
            ? $"{Path.GetFileName(project)}  {Count(woven.Sites, "site")} woven in {Count(woven.Methods, "method")} ({woven.Mode}), {Count(woven.Outputs, "output")}, {Count(woven.FlowEnds, "place")} where a flow ends"
            : $"{Path.GetFileName(project)}  nothing is woven: no reference to the package Weft, or WeftMode=Off");
        foreach (string method in report.LeftAlone) output.WriteLine($"  {method}");
        Print(output, project, "Lineage ends", report.Findings.Where(finding => finding.IsLoss));
        Print(output, project, "What else breaks the thread", report.Findings.Where(finding => !finding.IsLoss));
        if (report.Findings.Count == 0)
        {
            output.WriteLine("Nothing found.");
            return;
        }
        string[] applied = [.. report.Findings.Select(finding => finding.Rule).Where(DoctorFixes.IsApplied).Distinct().Order(StringComparer.Ordinal)];
        if (applied.Length == 0) return;
        output.WriteLine();
        output.WriteLine("To apply the fixes, one rule at a time:");
        foreach (string rule in applied) output.WriteLine($"  dotnet format analyzers {Path.GetFileName(project)} --severity info --diagnostics {rule}");
    }

    private static void Print(TextWriter output, string project, string title, IEnumerable<DoctorFinding> findings)
    {
        DoctorFinding[] all = [.. findings];
        if (all.Length == 0) return;
        output.WriteLine();
        output.WriteLine(title);
        foreach (DoctorFinding finding in all)
        {
            output.WriteLine($"  {Path.GetRelativePath(Path.GetDirectoryName(project)!, finding.File)}:{finding.Line}:{finding.Column}  {finding.Rule}{(finding.IsRequired ? ", under [LineageRequired]" : "")}");
            output.WriteLine($"    {finding.Message}");
            output.WriteLine($"    mend: {finding.Fix}");
        }
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
