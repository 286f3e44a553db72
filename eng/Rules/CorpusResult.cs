using System.Globalization;

namespace Weft.Rules;

/// <summary>What the rules found in a corpus, and what they cost.</summary>
internal sealed class CorpusResult
{
    internal List<CorpusFinding> Findings { get; } = [];

    internal List<string> Crashes { get; } = [];

    internal long Lines { get; set; }

    internal long Files { get; set; }

    /// <summary>What the compiler takes to bind everything, without the rules.</summary>
    internal TimeSpan Compiler { get; set; }

    /// <summary>What the rules take.</summary>
    internal TimeSpan Rules { get; set; }

    internal void Print(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Files:N0} files, {Lines:N0} lines"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"compiler {Compiler.TotalSeconds:N1} s, rules {Rules.TotalSeconds:N2} s ({Rules / Compiler:P1})"));
        foreach (var group in Findings.GroupBy(finding => (finding.Id, finding.Severity)).OrderBy(group => group.Key.Id, StringComparer.Ordinal).ThenBy(group => group.Key.Severity))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Key.Id} {group.Key.Severity} {group.Count()}"));
        output.WriteLine($"{Crashes.Count} crashes");
        foreach (string crash in Crashes.Take(10)) output.WriteLine(crash);
    }
}
