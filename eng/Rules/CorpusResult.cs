using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Weft.Rules;

/// <summary>One finding, with its line of source.</summary>
internal sealed record CorpusFinding(string Folder, string Id, DiagnosticSeverity Severity, string Place, string Message, string Source)
{
    internal static CorpusFinding Of(string folder, Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        string source = diagnostic.Location.SourceTree?.GetText().Lines[span.StartLinePosition.Line].ToString().Trim() ?? "";
        return new CorpusFinding(folder, diagnostic.Id, diagnostic.Severity, $"{span.Path}:{span.StartLinePosition.Line + 1}", diagnostic.GetMessage(CultureInfo.InvariantCulture), source);
    }

    public override string ToString() => $"{Id}\t{Severity}\t{Folder}/{Place}\t{Message}\t{Source}";
}

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

    /// <summary>Findings by rule and severity, for the baseline.</summary>
    internal IEnumerable<string> Counts => Findings.GroupBy(finding => (finding.Id, finding.Severity)).OrderBy(group => group.Key.Id, StringComparer.Ordinal).ThenBy(group => group.Key.Severity)
        .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key.Id} {group.Key.Severity} {group.Count()}"));

    internal void Print(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Files:N0} files, {Lines:N0} lines"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"compiler {Compiler.TotalSeconds:N1} s, rules {Rules.TotalSeconds:N2} s ({Rules / Compiler:P1})"));
        foreach (string count in Counts) output.WriteLine(count);
        output.WriteLine($"{Crashes.Count} crashes");
        foreach (string crash in Crashes.Take(10)) output.WriteLine(crash);
    }
}
