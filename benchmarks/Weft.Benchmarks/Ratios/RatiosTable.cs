using System.Globalization;
using System.Text;

namespace Weft.Benchmarks.Ratios;

/// <summary>The figures as a table.</summary>
internal static class RatiosTable
{
    private static readonly string[] _heads =
        ["scenario", "mode", "median", "min", "max", "cpu", "ns/record", "unwoven", "edges/run", "B/edge", "B/run on disk", "B/run allocated beyond", "drops", "results"];

    internal static string Print(IReadOnlyList<Measurement> measured)
    {
        List<string[]> rows = [_heads, .. measured.Select(Row)];
        int[] widths = [.. Enumerable.Range(0, _heads.Length).Select(column => rows.Max(row => row[column].Length))];
        var text = new StringBuilder();
        foreach (string[] row in rows)
        {
            for (int column = 0; column < row.Length; column++)
            {
                bool isText = column < 2 || column == row.Length - 1;
                text.Append(isText ? row[column].PadRight(widths[column]) : row[column].PadLeft(widths[column]));
                if (column < row.Length - 1) text.Append("  ");
            }
            while (text[^1] == ' ') text.Length--;
            text.Append('\n');
        }
        return text.ToString();
    }

    /// <summary>The ratio of one measurement in a line.</summary>
    internal static string Summary(Measurement m) => $"{m.Scenario} {m.Mode}: {Number(m.Ratio.Median, "F2")} ({Number(m.Ratio.Min, "F2")} to {Number(m.Ratio.Max, "F2")})";

    private static string[] Row(Measurement m) =>
    [
        m.Scenario, m.Mode, Number(m.Ratio.Median, "F2"), Number(m.Ratio.Min, "F2"), Number(m.Ratio.Max, "F2"), Number(m.ProcessorRatio, "F2"),
        Number(m.NanosecondsPerRecord, "F2"), Number(m.UnwovenNanosecondsPerRecord, "F2"),
        Number(m.EdgesPerRun, "N0"), Number(m.BytesPerEdge, "F2"), Number(m.BytesPerRun, "N0"), Number(m.AllocatedBeyondUnwoven, "N0"), Number(m.Drops, "N0"),
        m.ResultsAreEqual ? "equal" : "DIFFER",
    ];

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
