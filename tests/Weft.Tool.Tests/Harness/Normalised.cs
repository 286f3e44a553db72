using System.Text.RegularExpressions;

namespace Weft.Tool.Tests.Harness;

/// <summary>Takes out of an answer what differs from run to run: folders, times, numbers of processes, sizes, versions.</summary>
internal static partial class Normalised
{
    internal static string Text(string answer, string folder)
    {
        string text = answer.Replace(folder, "/work").Replace(Repository.Root.TrimEnd(Path.DirectorySeparatorChar), "/repository").Replace(Environment.MachineName, "loom");
        text = RunName().Replace(text, "20260102-030405-678-Specimen-0123abcd");
        text = Moment().Replace(text, "2026-01-02 03:04:05");
        text = IsoMoment().Replace(text, "2026-01-02T03:04:05.6789000Z");
        text = ProcessId().Replace(text, "process 0123456789abcdef");
        text = JsonIdInList().Replace(text, "$1\"0123456789abcdef\"");
        text = ProcessNumber().Replace(text, "process 4711");
        text = Duration().Replace(text, "after 0.1 s");
        text = Elapsed().Replace(text, "${1}1.00 ms");
        text = Share().Replace(text, "50 %");
        text = TraceId().Replace(text, "0198c1f2a0007b3c8d4e5f6071829304");
        text = UnitEvent().Replace(text, "00112233aabbccdd:$1");
        text = JsonDuration().Replace(text, "$1: 1000000");
        text = Size().Replace(text, "2.0 KiB");
        text = DotNetVersion().Replace(text, ".NET 10.0.0");
        text = WeftVersion().Replace(text, "0.1.0");
        text = JsonNumber().Replace(text, "$1: 4711");
        text = JsonId().Replace(text, "$1: \"0123456789abcdef\"");
        text = Span().Replace(text, new Renumbering().Number);
        text = FirstColumn().Replace(text, "  ");
        return Padding().Replace(text, "  ");
    }

    // Which spans a program gets depends on how the runtime shares them out; the first that an answer names becomes 1.
    private sealed class Renumbering
    {
        private readonly Dictionary<string, int> _numbers = [];

        internal string Number(Match span)
        {
            _numbers.TryAdd(span.Groups[2].Value, _numbers.Count + 1);
            return $"{span.Groups[1].Value}{_numbers[span.Groups[2].Value]}";
        }
    }

    [GeneratedRegex("(see #|  #|\"span\": \")(\\d+)")]
    private static partial Regex Span();

    [GeneratedRegex(@"\d{8}-\d{6}-\d{3}-Specimen-[0-9a-f]{8}")]
    private static partial Regex RunName();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")]
    private static partial Regex Moment();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z")]
    private static partial Regex IsoMoment();

    [GeneratedRegex("process [0-9a-f]{16}")]
    private static partial Regex ProcessId();

    [GeneratedRegex("^( +|.*\"process\": )\"[0-9a-f]{16}\"", RegexOptions.Multiline)]
    private static partial Regex JsonIdInList();

    [GeneratedRegex(@"process \d+\b")]
    private static partial Regex ProcessNumber();

    [GeneratedRegex(@"after \d+\.\d s")]
    private static partial Regex Duration();

    [GeneratedRegex(@"(\+?)\b[\d.]+ (?:ns|us|ms)\b")]
    private static partial Regex Elapsed();

    [GeneratedRegex(@"\b\d+ %")]
    private static partial Regex Share();

    [GeneratedRegex(@"\b0[0-9a-f]{11}7[0-9a-f]{3}[89ab][0-9a-f]{15}\b")]
    private static partial Regex TraceId();

    [GeneratedRegex(@"\b[0-9a-f]{16}:(\d+)")]
    private static partial Regex UnitEvent();

    [GeneratedRegex("(\"duration\"|\"sinceInputs\"): \\d+")]
    private static partial Regex JsonDuration();

    [GeneratedRegex(@"[\d,.]+ (B|KiB|MiB)\b")]
    private static partial Regex Size();

    [GeneratedRegex(@"\.NET \d+\.\d+\.\d+")]
    private static partial Regex DotNetVersion();

    [GeneratedRegex(@"0\.1\.0\+[0-9a-f]+")]
    private static partial Regex WeftVersion();

    [GeneratedRegex("(\"bytes\"|\"operatingSystemProcessId\"): \\d+")]
    private static partial Regex JsonNumber();

    [GeneratedRegex("(\"processId\"): \"[0-9a-f]{16}\"")]
    private static partial Regex JsonId();

    // Of a column of times or shares, aligned to the right.
    [GeneratedRegex(@"^ +(?=(\+1\.00 ms|50 %|at|part|at site)  )", RegexOptions.Multiline)]
    private static partial Regex FirstColumn();

    // Columns of a table are as wide as what stands in them. The lines of a tree are not to be touched.
    [GeneratedRegex(@"(?<=[^\s|]) {2,}")]
    private static partial Regex Padding();
}
