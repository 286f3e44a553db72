namespace Weft.Benchmarks.Ratios;

/// <summary>What was measured of one scenario in one mode.</summary>
/// <param name="Scenario">The workload.</param>
/// <param name="Mode">How it was built.</param>
/// <param name="Processes">In how many processes it was measured.</param>
/// <param name="Pairs">How many times both builds were timed, in turn, in all processes.</param>
/// <param name="Ratio">Time of the mode over time of the unwoven build, over the pairs.</param>
/// <param name="ProcessorRatio">Median ratio of processor time, on all threads: what the background writer does is in it.</param>
/// <param name="NanosecondsPerRecord">Median time of the mode.</param>
/// <param name="UnwovenNanosecondsPerRecord">Median time of the unwoven build.</param>
/// <param name="AllocatedBeyondUnwoven">Median bytes that one run allocates beyond a run of the unwoven build, on all threads.</param>
/// <param name="EdgesPerRun">Edges recorded by one run; null where nothing is recorded.</param>
/// <param name="BytesPerRun">Bytes of the recording's files per run; null where nothing is recorded.</param>
/// <param name="Drops">Rows and columns that the recorder dropped.</param>
/// <param name="ResultsAreEqual">Whether every timing's last result equals the unwoven build's.</param>
internal sealed record Measurement(
    string Scenario, string Mode, int Processes, int Pairs, Spread Ratio, double ProcessorRatio, double NanosecondsPerRecord, double UnwovenNanosecondsPerRecord,
    long AllocatedBeyondUnwoven, double? EdgesPerRun, double? BytesPerRun, long Drops, bool ResultsAreEqual)
{
    /// <summary>Bytes on disk per edge; null when there are no edges.</summary>
    public double? BytesPerEdge => EdgesPerRun is > 0 ? BytesPerRun / EdgesPerRun : null;

    /// <summary>The figures over all processes that measured the same.</summary>
    internal static Measurement Over(IReadOnlyList<ProcessMeasurement> processes)
    {
        ProcessMeasurement first = processes[0];
        List<TimedPair> pairs = [.. processes.SelectMany(process => process.Pairs)];
        return new Measurement(
            first.Scenario, first.Mode, processes.Count, pairs.Count,
            Spread.Of([.. pairs.Select(pair => pair.Own.Nanoseconds / pair.Unwoven.Nanoseconds)]),
            Median(pair => pair.Own.Processor / pair.Unwoven.Processor),
            Median(pair => pair.Own.Nanoseconds) / first.Records,
            Median(pair => pair.Unwoven.Nanoseconds) / first.Records,
            (long)Median(pair => pair.Own.Allocated - pair.Unwoven.Allocated),
            first.EdgesPerRun is null ? null : processes.Average(process => process.EdgesPerRun),
            first.BytesPerRun is null ? null : processes.Average(process => process.BytesPerRun),
            processes.Sum(process => process.Drops),
            processes.All(process => process.ResultsAreEqual));

        double Median(Func<TimedPair, double> figure) => Spread.MedianOf([.. pairs.Select(figure)]);
    }
}
