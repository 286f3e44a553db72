using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Weft.Tool.Commands;

/// <summary>What a build said of lineage.</summary>
/// <param name="Findings">What the rules found, by file and line.</param>
/// <param name="Woven">What the weaver did; null where nothing is woven.</param>
/// <param name="LeftAlone">Methods that the weaver left as they were, with the reason.</param>
/// <param name="FlowEnds">Places where a flow ends, as the weaver tells them.</param>
internal sealed partial record DoctorReport(IReadOnlyList<DoctorFinding> Findings, DoctorWeaving? Woven, IReadOnlyList<string> LeftAlone, IReadOnlyList<DoctorFlowEnd> FlowEnds)
{
    /// <summary>The places where a flow ends of which no rule speaks: a rule says it once in a member, and the weaver knows more.</summary>
    internal IEnumerable<DoctorFlowEnd> FurtherFlowEnds => FlowEnds.Where(end => !Findings.Any(finding => IsSame(finding, end)));

    /// <summary>Whether code that must keep lineage loses it.</summary>
    internal bool LosesRequired => Findings.Any(finding => finding.IsRequired) || FlowEnds.Any(end => end.IsRequired);

    /// <param name="log">The compiler's log of diagnostics, SARIF 2.1.</param>
    /// <param name="output">The build's output.</param>
    internal static DoctorReport Read(string log, string output)
    {
        using JsonDocument document = JsonDocument.Parse(log);
        ILookup<bool, DoctorFinding> findings = document.RootElement.GetProperty("runs").EnumerateArray().SelectMany(run => run.GetProperty("results").EnumerateArray())
            .Where(result => result.GetProperty("ruleId").GetString()!.StartsWith("WEFT", StringComparison.Ordinal))
            .ToLookup(result => result.TryGetProperty("suppressions", out _), DoctorFinding.Of);
        return new DoctorReport(
            [.. findings[false].OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line).ThenBy(finding => finding.Column)],
            DoctorWeaving.Find(output),
            [.. LeftAloneLine().Matches(output).Select(match => match.Value.Trim()).Distinct()],
            [.. DoctorFlowEnd.In(output).Where(end => !findings[true].Any(suppressed => IsSame(suppressed, end)))]);
    }

    // The compiler and the weaver may write a folder in two ways.
    private static bool IsSame(DoctorFinding finding, DoctorFlowEnd end) => finding.IsLoss && finding.Line == end.Line && Path.GetFileName(finding.File) == Path.GetFileName(end.File);

    [GeneratedRegex(@"[^\r\n]*\bis not woven and runs as the compiler wrote it[^\r\n]*")]
    private static partial Regex LeftAloneLine();
}

/// <summary>What the weaver did, as it says at the end of a build.</summary>
/// <param name="Methods">Methods woven.</param>
/// <param name="Sites">Calls redirected.</param>
/// <param name="Outputs">Results that may be asked about.</param>
/// <param name="FlowEnds">Calls at which a flow ends.</param>
/// <param name="Mode">The mode woven for.</param>
internal sealed partial record DoctorWeaving(int Methods, int Sites, int Outputs, int FlowEnds, string Mode)
{
    internal static DoctorWeaving? Find(string output)
    {
        if (Summary().Matches(output).LastOrDefault() is not { } match) return null;
        int[] counts = [.. match.Groups.Values.Skip(1).Take(4).Select(group => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture))];
        return new DoctorWeaving(counts[0], counts[1], counts[2], counts[3], match.Groups[5].Value);
    }

    [GeneratedRegex(@"(\d+) methods?, (\d+) sites?, (\d+) outputs?, (\d+) flows? ends? \((\w+)\)")]
    private static partial Regex Summary();
}
