namespace Weft.Benchmarks.Ratios;

/// <summary>What one process measured of one scenario in one mode.</summary>
/// <param name="Scenario">The workload.</param>
/// <param name="Mode">How it was built.</param>
/// <param name="Records">Records of one run.</param>
/// <param name="Pairs">Both builds, timed in turn.</param>
/// <param name="EdgesPerRun">Edges recorded by one run; null where nothing is recorded.</param>
/// <param name="BytesPerRun">Bytes of the recording's files per run; null where nothing is recorded.</param>
/// <param name="Drops">Rows and columns that the recorder dropped.</param>
/// <param name="ResultsAreEqual">Whether every timing's last result equals the unwoven build's.</param>
internal sealed record ProcessMeasurement(
    string Scenario, string Mode, long Records, IReadOnlyList<TimedPair> Pairs, double? EdgesPerRun, double? BytesPerRun, long Drops, bool ResultsAreEqual);

/// <summary>Both builds, timed in turn.</summary>
internal readonly record struct TimedPair(TimedRun Unwoven, TimedRun Own);

/// <summary>What a run took, on average over the runs of one timing.</summary>
/// <param name="Nanoseconds">Time.</param>
/// <param name="Processor">Processor time of all threads, in nanoseconds.</param>
/// <param name="Allocated">Bytes allocated on all threads.</param>
internal readonly record struct TimedRun(double Nanoseconds, double Processor, double Allocated);
