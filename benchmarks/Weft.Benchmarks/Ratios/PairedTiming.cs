using System.Collections;
using System.Diagnostics;
using Workloads;

namespace Weft.Benchmarks.Ratios;

/// <summary>Times the unwoven build and another one in turn in this process.</summary>
// One timing is as many runs as take some 250 ms unwoven, and then a flush, so that the recording is in its files when the clock stops. A full
// collection before each timing, outside of it, lets both start alike; collections that a timing causes are in it. The order alternates.
internal sealed class PairedTiming
{
    private static readonly TimeSpan _timing = TimeSpan.FromMilliseconds(250);

    private readonly IWorkload _unwoven;
    private readonly IWorkload _other;
    private readonly int _runs;

    private PairedTiming(IWorkload unwoven, IWorkload other, int runs)
    {
        _unwoven = unwoven;
        _other = other;
        _runs = runs;
    }

    /// <summary>Warms up, then times so many pairs.</summary>
    internal static Measurement Measure(string mode, IWorkload unwoven, IWorkload other, int pairs, Action<string> progress)
    {
        progress("warming up");
        int runs = WarmUp.Run(unwoven, other);
        var timing = new PairedTiming(unwoven, other, RunsPerTiming(unwoven));

        var ratios = new List<double>(pairs);
        var own = new List<Timing>(pairs);
        var baseline = new List<Timing>(pairs);
        bool equal = true;
        for (int pair = 0; pair < pairs; pair++)
        {
            progress($"pair {pair + 1} of {pairs}");
            (Timing unwovenTiming, Timing otherTiming) = timing.Pair(unwovenFirst: pair % 2 == 0);
            equal &= AreEqual(unwovenTiming.Result, otherTiming.Result);
            ratios.Add(otherTiming.Nanoseconds / unwovenTiming.Nanoseconds);
            baseline.Add(unwovenTiming with { Result = "" });
            own.Add(otherTiming with { Result = "" });
        }
        runs += timing._runs * pairs;

        RecordingFigures? figures = mode == "record" ? RecordingFigures.OfThisProcess() : null;
        double recordsPerTiming = (double)timing._runs * unwoven.Records;
        return new Measurement(
            unwoven.Name, mode, pairs, timing._runs, Spread.Of(ratios),
            Spread.MedianOf([.. own.Zip(baseline, (a, b) => a.Processor / b.Processor)]),
            Spread.MedianOf([.. own.Select(timed => timed.Nanoseconds)]) / recordsPerTiming,
            Spread.MedianOf([.. baseline.Select(timed => timed.Nanoseconds)]) / recordsPerTiming,
            (long)Spread.MedianOf([.. own.Zip(baseline, (a, b) => (double)(a.Allocated - b.Allocated) / timing._runs)]),
            (double?)figures?.Edges / runs, (double?)figures?.Bytes / runs, figures?.Drops ?? 0, equal);
    }

    private (Timing Unwoven, Timing Other) Pair(bool unwovenFirst)
    {
        if (unwovenFirst) return (Time(_unwoven), Time(_other));
        Timing other = Time(_other);
        return (Time(_unwoven), other);
    }

    private Timing Time(IWorkload workload)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        object result = "";
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < _runs; i++) result = workload.Run();
        if (workload == _other) Lineage.Flush();
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        processor = Environment.CpuUsage.TotalTime - processor;
        return new Timing(elapsed.TotalNanoseconds, processor.TotalNanoseconds, GC.GetTotalAllocatedBytes(precise: true) - allocated, result);
    }

    private static int RunsPerTiming(IWorkload unwoven)
    {
        var best = TimeSpan.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            long start = Stopwatch.GetTimestamp();
            unwoven.Run();
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            if (elapsed < best) best = elapsed;
        }
        return Math.Max(1, (int)Math.Ceiling(_timing / best));
    }

    private static bool AreEqual(object left, object right) => left is IEnumerable items && right is IEnumerable others
        ? items.Cast<object>().SequenceEqual(others.Cast<object>())
        : left.Equals(right);

    private readonly record struct Timing(double Nanoseconds, double Processor, long Allocated, object Result);
}
