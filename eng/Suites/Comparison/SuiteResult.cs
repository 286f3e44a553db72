using Weft.Suites.Running;

namespace Weft.Suites.Comparison;

/// <summary>The run in one mode, with the tests that ended otherwise than unwoven.</summary>
internal sealed record WovenResult(
    string Mode, TestResults Results, IReadOnlyList<Difference> Differences, int Renamed, long RecordedBytes, IReadOnlyList<string> Woven);

/// <summary>A suite unwoven and woven.</summary>
internal sealed record SuiteResult(string Name, TestResults Unwoven, IReadOnlySet<TestName> Unstable, IReadOnlyList<WovenResult> Woven)
{
    public bool Differs => Woven.Any(woven => woven.Differences.Count > 0);

    public void Print(TextWriter output)
    {
        foreach (string assembly in Woven.SelectMany(woven => woven.Woven)) output.WriteLine(assembly);
        output.WriteLine();
        output.WriteLine($"| suite | tests | unwoven passes |{string.Concat(Woven.Select(w => $" woven {w.Mode} passes |"))} differ |");
        output.WriteLine($"|---|---|---|{string.Concat(Woven.Select(_ => "---|"))}---|");
        output.WriteLine($"| {Name} | {Unwoven.Count:N0} | {Unwoven.Passed:N0} |{string.Concat(Woven.Select(w => $" {w.Results.Passed:N0} |"))} {Woven.Sum(w => w.Differences.Count):N0} |");
        output.WriteLine();
        output.WriteLine($"Unwoven: {Unwoven.Failed} failed, {Unwoven.Count - Unwoven.Passed - Unwoven.Failed} skipped.");
        foreach (TestName test in Unstable) output.WriteLine($"differs between two unwoven runs, so it is not compared: {test}");
        foreach (WovenResult woven in Woven) Print(woven, output);
    }

    private static void Print(WovenResult woven, TextWriter output)
    {
        if (woven.RecordedBytes > 0) output.WriteLine($"{woven.Mode}: {woven.RecordedBytes:N0} bytes were recorded.");
        if (woven.Renamed > 0) output.WriteLine($"{woven.Mode}: {woven.Renamed} cases of theories have another display name and the same outcomes.");
        foreach (Difference difference in woven.Differences)
        {
            output.WriteLine($"{woven.Mode}: {difference.Test}: {difference.Before} -> {difference.After}");
            if (difference.Message is { } message) output.WriteLine("    " + message.ReplaceLineEndings("\n    "));
        }
    }
}
