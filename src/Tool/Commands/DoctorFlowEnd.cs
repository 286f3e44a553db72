using System.Globalization;
using System.Text.RegularExpressions;

namespace Weft.Tool.Commands;

/// <summary>A place of which the weaver says that a flow ends there, or may.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
/// <param name="Reason">Why, as the weaver says it.</param>
/// <param name="IsRequired">Whether the code must not lose lineage.</param>
internal sealed partial record DoctorFlowEnd(string File, int Line, int Column, string Reason, bool IsRequired)
{
    /// <summary>Those of a build's output, by file and line.</summary>
    internal static IReadOnlyList<DoctorFlowEnd> In(string output) =>
    [
        .. Told().Matches(output).Select(match => new DoctorFlowEnd(match.Groups["file"].Value.Trim(), Number(match.Groups["line"]), Number(match.Groups["column"]), match.Groups["reason"].Value.Trim(), match.Groups["required"].Success))
            .Distinct().OrderBy(end => end.File, StringComparer.Ordinal).ThenBy(end => end.Line).ThenBy(end => end.Column),
    ];

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    // Fody/Weft: /src/Report.cs(14,31): the flow ends at GetViewBetween: SortedSet.GetViewBetween of System.Collections is not woven. Answers ...
    // With WeftStrict: /src/Report.cs(14,31,14,31): warning : Fody/Weft: the flow ends ...
    [GeneratedRegex(@"(?<file>[^\r\n:]*(?::[\\/][^\r\n:]*)?)\((?<line>\d+),(?<column>\d+)(?:,\d+,\d+)?\): (?:warning[^:\r\n]*: )?(?:Fody/Weft: )?(?<required>under \[LineageRequired\] )?(?<reason>the flow (?:ends|may end) at [^\r\n]*?)\.? Answers ")]
    private static partial Regex Told();
}
