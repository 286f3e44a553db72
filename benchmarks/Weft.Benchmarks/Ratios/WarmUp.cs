using System.Diagnostics;
using System.Runtime;
using Workloads;

namespace Weft.Benchmarks.Ratios;

/// <summary>Runs workloads until the JIT has nothing left to improve.</summary>
// With .NET's default tiered compilation a method is compiled anew after 30 calls and again with its profile, in the background and only when
// nothing new was compiled for 100 ms. So: many runs in turn, pauses, and an end when no method was compiled for several rounds.
internal static class WarmUp
{
    private const int RunsPerRound = 8;
    private const int LeastRounds = 6;
    private const int QuietRounds = 3;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan _least = TimeSpan.FromMilliseconds(1500);
    private static readonly TimeSpan _most = TimeSpan.FromSeconds(20);

    /// <summary>Returns how often each workload ran.</summary>
    internal static int Run(params ReadOnlySpan<IWorkload> workloads)
    {
        var clock = Stopwatch.StartNew();
        int runs = 0, quiet = 0;
        for (int round = 0; (round < LeastRounds || quiet < QuietRounds || clock.Elapsed < _least) && clock.Elapsed < _most; round++)
        {
            long compiled = JitInfo.GetCompiledMethodCount();
            for (int i = 0; i < RunsPerRound; i++)
            {
                foreach (IWorkload workload in workloads) workload.Run();
            }
            runs += RunsPerRound;
            Thread.Sleep(_pause);
            quiet = JitInfo.GetCompiledMethodCount() == compiled ? quiet + 1 : 0;
        }
        return runs;
    }
}
