using System.Collections;
using System.Diagnostics;
using Workloads;

namespace Weft.Benchmarks.Ratios;

/// <summary>Times the unwoven build and another one in turn in this process.</summary>
// One timing is as many runs as take some 250 ms unwoven, and then a flush, so that the recording is in its files when the clock stops. A full
// collection before each timing, outside of it, lets both start alike; collections that a timing causes are in it, and it is long enough for several:
// a timing with room for one or two would measure whether the second still fell into it. The order alternates.
internal sealed class PairedTiming
{
    private static readonly TimeSpan _timing = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _timingOfActivity = TimeSpan.FromMilliseconds(50); // which takes many times as long

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
    internal static ProcessMeasurement Measure(string mode, IWorkload unwoven, IWorkload other, int pairs, Action<string> progress)
    {
        progress("warming up");
        int runs = WarmUp.Run(unwoven, other);
        var timing = new PairedTiming(unwoven, other, RunsPerTiming(unwoven, mode == "activity" ? _timingOfActivity : _timing));

        var timed = new List<TimedPair>(pairs);
        bool equal = true;
        for (int pair = 0; pair < pairs; pair++)
        {
            progress($"pair {pair + 1} of {pairs}");
            timed.Add(timing.Pair(unwovenFirst: pair % 2 == 0, out bool areEqual));
            equal &= areEqual;
        }
        runs += timing._runs * pairs;

        RecordingFigures? figures = mode == "record" ? RecordingFigures.OfThisProcess() : null;
        return new ProcessMeasurement(
            unwoven.Name, mode, unwoven.Records, timed, (double?)figures?.Edges / runs, (double?)figures?.Bytes / runs, figures?.Drops ?? 0, equal);
    }

    private TimedPair Pair(bool unwovenFirst, out bool areEqual)
    {
        object own = "";
        TimedRun ownRun = unwovenFirst ? default : Time(_other, out own);
        TimedRun unwovenRun = Time(_unwoven, out object unwoven);
        if (unwovenFirst) ownRun = Time(_other, out own);
        areEqual = AreEqual(unwoven, own);
        return new TimedPair(unwovenRun, ownRun);
    }

    private TimedRun Time(IWorkload workload, out object result)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        result = "";
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < _runs; i++) result = workload.Run();
        if (workload == _other) Lineage.Flush();
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        processor = Environment.CpuUsage.TotalTime - processor;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return new TimedRun(elapsed.TotalNanoseconds / _runs, processor.TotalNanoseconds / _runs, (double)allocated / _runs);
    }

    private static int RunsPerTiming(IWorkload unwoven, TimeSpan timing)
    {
        var best = TimeSpan.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            long start = Stopwatch.GetTimestamp();
            unwoven.Run();
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            if (elapsed < best) best = elapsed;
        }
        return Math.Max(1, (int)Math.Ceiling(timing / best));
    }

    private static bool AreEqual(object left, object right) => left is IEnumerable items && right is IEnumerable others
        ? items.Cast<object>().SequenceEqual(others.Cast<object>())
        : left.Equals(right);
}
