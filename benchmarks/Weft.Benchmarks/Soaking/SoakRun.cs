extern alias Unwoven;
extern alias Woven;
using System.Diagnostics;
using Weft.Benchmarks.Ratios;
using Weft.Capture;

namespace Weft.Benchmarks.Soaking;

/// <summary>One long flow, and what it takes on the way.</summary>
internal sealed class SoakRun(int records, string folder)
{
    /// <summary>Rows of the table.</summary>
    internal const int Steps = 20;

    // What the flow takes has shown itself in the first fifth: buffers are rented, code is compiled, the heap has its size.
    private const int WarmSteps = Steps / 5;
    private const double MostGrowth = 1.25;
    private const long Slack = 32L << 20;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _warmPeak;
    private long _peak;
    private int _step;

    /// <summary>Runs the flow and prints; returns whether memory stayed bounded and nothing was lost.</summary>
    internal bool Run()
    {
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine("    records      time  working set  managed heap   on disk  dropped");
        long sum = Woven::Workloads.Soak.Run(records, Look);
        Lineage.Flush();
        Print(records);
        bool isBounded = _peak <= (long)(_warmPeak * MostGrowth) + Slack;
        bool isEqual = sum == Unwoven::Workloads.Soak.Run(records, _ => { });
        Console.WriteLine();
        Console.WriteLine($"working set: at most {Mega(_warmPeak)} in the first fifth, {Mega(_peak)} behind it: {(isBounded ? "bounded" : "GROWING")}; result {(isEqual ? "equal" : "DIFFERS")}");
        if (Recorder.Dropped > 0) Console.Error.WriteLine($"{Recorder.Dropped} rows or columns were dropped.");
        return isBounded && isEqual && Recorder.Dropped == 0;
    }

    private void Look(int entered)
    {
        long workingSet = Environment.WorkingSet;
        if (_step <= WarmSteps) _warmPeak = Math.Max(_warmPeak, workingSet);
        else _peak = Math.Max(_peak, workingSet);
        if (entered < (long)records * _step / Steps) return;
        _step++;
        Print(entered);
    }

    private void Print(int entered)
    {
        long onDisk = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        Console.WriteLine($"{entered,11:N0}  {_clock.Elapsed.TotalSeconds,7:F1} s  {Mega(Environment.WorkingSet),11}  {Mega(GC.GetTotalMemory(forceFullCollection: false)),12}  {Mega(onDisk),8}  {Recorder.Dropped,7}");
    }

    private static string Mega(long bytes) => $"{bytes >> 20:N0} MiB";
}
