namespace Weft.Tool.Commands;

/// <summary>What the doctor says to a person.</summary>
internal static class DoctorText
{
    internal static void Print(TextWriter output, DoctorExamination examination)
    {
        // What is the same of several frameworks is said once.
        foreach (var same in examination.Frameworks.GroupBy(framework => Said(examination.Project, framework.Report)))
        {
            if (same.Key != Said(examination.Project, examination.Frameworks[0].Report)) output.WriteLine();
            foreach ((string? framework, DoctorReport report) in same) output.WriteLine(Head(examination.Project, framework, report));
            output.Write(same.Key);
        }
        string[] applied = [.. examination.Frameworks.SelectMany(framework => framework.Report.Findings).Select(finding => finding.Rule).Where(DoctorFixes.IsApplied).Distinct().Order(StringComparer.Ordinal)];
        if (applied.Length == 0) return;
        output.WriteLine();
        output.WriteLine("To apply the fixes of all these rules, or of those that you leave in:");
        output.WriteLine($"  dotnet format analyzers {Path.GetFileName(examination.Project)} --severity info --diagnostics {string.Join(' ', applied)}");
    }

    private static string Head(string project, string? framework, DoctorReport report)
    {
        string name = framework is null ? Path.GetFileName(project) : $"{Path.GetFileName(project)} ({framework})";
        return report.Woven is { } woven
            ? $"{name}  {Count(woven.Sites, "site")} woven in {Count(woven.Methods, "method")} ({woven.Mode}), {Count(woven.Outputs, "output")}, {Count(woven.FlowEnds, "place")} where a flow ends"
            : $"{name}  nothing is woven: no reference to the package Weft, or WeftMode=Off";
    }

    private static string Said(string project, DoctorReport report)
    {
        using var output = new StringWriter();
        foreach (string method in report.LeftAlone) output.WriteLine($"  {method}");
        Print(output, project, "Lineage ends", report.Findings.Where(finding => finding.IsLoss));
        PrintFlowEnds(output, project, report);
        Print(output, project, "What else breaks the thread", report.Findings.Where(finding => !finding.IsLoss));
        if (report.Findings.Count == 0 && report.FlowEnds.Count == 0) output.WriteLine("Nothing found.");
        return output.ToString();
    }

    // Of places that no rule speaks of.
    private static void PrintFlowEnds(TextWriter output, string project, DoctorReport report)
    {
        DoctorFlowEnd[] ends = [.. report.FurtherFlowEnds];
        if (ends.Length == 0) return;
        output.WriteLine();
        output.WriteLine("Where a flow ends besides, as the weaver tells");
        foreach (DoctorFlowEnd end in ends)
        {
            output.WriteLine($"  {Path.GetRelativePath(Path.GetDirectoryName(project)!, end.File)}:{end.Line}:{end.Column}{(end.IsRequired ? "  under [LineageRequired]" : "")}");
            output.WriteLine($"    {end.Reason}");
        }
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
