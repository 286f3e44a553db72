namespace Weft.Suites.Validity;

/// <summary>Prints what <c>suites scale</c> found.</summary>
internal static class ScaleTable
{
    public static void Print(IReadOnlyList<ScaleResult> results, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("| assembly | MB | methods | woven | left alone | read, weave, write (s) | peak memory (MB) | MB woven | JIT | crossgen2 |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (ScaleResult result in results)
        {
            output.WriteLine(
                $"| {result.Assembly} | {Megabytes(result.Woven.SizeBefore)} | {result.Woven.Methods:N0} | {result.Woven.Summary} | {result.Woven.Warnings.Count} | "
                + $"{Seconds(result.Woven.ReadTime)}, {Seconds(result.Woven.WeaveTime)}, {Seconds(result.Woven.WriteTime)} | {result.Woven.PeakMemory >> 20} | {Megabytes(result.Woven.SizeAfter)} | "
                + $"{result.Jit.Compiled:N0}, {result.JitFailures.Count} refused | {(result.AheadOfTime is null ? "-" : $"exit {result.AheadOfTime.ExitCode}, {result.AheadOfTimeComplaints.Count} complaints")} |");
        }
        foreach (ScaleResult result in results)
        {
            output.WriteLine();
            output.WriteLine(result.Assembly);
            foreach (string error in result.Woven.Errors) output.WriteLine($"  error: {error}");
            foreach ((string reason, int count) in result.Woven.Warnings.CountBy(ReasonOf).OrderByDescending(reason => reason.Value)) output.WriteLine($"  {count:N0} methods left alone: {reason}");
            foreach ((string reason, int count) in result.Woven.FlowEnds.OrderByDescending(end => end.Value)) output.WriteLine($"  {count:N0} flows end: {reason}");
            foreach (string failure in result.JitFailures) output.WriteLine($"  refused by the JIT: {failure}");
            foreach (string complaint in result.AheadOfTimeComplaints) output.WriteLine($"  crossgen2: {complaint}");
            if (result.AheadOfTime is { ExitCode: not 0 } failed) output.WriteLine($"  crossgen2 ended with {failed.ExitCode}: {failed.Tail}");
        }
    }

    // `file: method is not woven and runs as the compiler wrote it: the reason at IL_0009 (call). [Weft.NotWoven]..`
    private static string ReasonOf(string warning)
    {
        const string Before = "as the compiler wrote it: ";
        int from = warning.IndexOf(Before, StringComparison.Ordinal), to = warning.IndexOf(" at IL_", StringComparison.Ordinal);
        return from >= 0 && to > from ? warning[(from + Before.Length)..to] : warning;
    }

    private static string Megabytes(long bytes) => (bytes / 1024.0 / 1024.0).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);

    private static string Seconds(long milliseconds) => (milliseconds / 1000.0).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
}
