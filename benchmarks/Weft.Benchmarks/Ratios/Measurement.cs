namespace Weft.Benchmarks.Ratios;

/// <summary>What was measured of one scenario in one mode.</summary>
/// <param name="Scenario">The workload.</param>
/// <param name="Mode">How it was built.</param>
/// <param name="Pairs">How many times both builds were timed, in turn.</param>
/// <param name="RunsPerTiming">Runs of the workload in one timing.</param>
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
    string Scenario, string Mode, int Pairs, int RunsPerTiming, Spread Ratio, double ProcessorRatio, double NanosecondsPerRecord, double UnwovenNanosecondsPerRecord,
    long AllocatedBeyondUnwoven, double? EdgesPerRun, double? BytesPerRun, long Drops, bool ResultsAreEqual)
{
    /// <summary>Bytes on disk per edge; null when there are no edges.</summary>
    public double? BytesPerEdge => EdgesPerRun is > 0 ? BytesPerRun / EdgesPerRun : null;
}
