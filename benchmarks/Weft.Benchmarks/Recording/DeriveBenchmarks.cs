using BenchmarkDotNet.Attributes;
using Weft.Capture;

namespace Weft.Benchmarks.Recording;

/// <summary>Derivations into the thread's buffer, with the writer draining it to real files beside.</summary>
public class DeriveBenchmarks
{
    private const int Count = 10_000;

    private readonly int _step = Steps.Intern(site: 2);
    private readonly int _otherStep = Steps.Intern(site: 4);
    private ulong _roots;

    [GlobalSetup]
    public void Setup() => _roots = Recorder.ReserveSpans(2 * Count);

    /// <summary>A join: one child of two parents.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public ulong Pair()
    {
        ThreadBuffer buffer = ThreadBuffer.Current;
        ulong last = 0;
        for (ulong i = 0; i < Count; i++) last = buffer.DerivePair(_step, _roots + i, _roots + Count + i);
        return last;
    }

    /// <summary>A join that feeds a join: the operations alternate.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public ulong PairsInTurn()
    {
        ThreadBuffer buffer = ThreadBuffer.Current;
        ulong last = 0;
        for (ulong i = 0; i < Count / 2; i++)
        {
            ulong first = buffer.DerivePair(_step, _roots + i, _roots + Count + i);
            last = buffer.DerivePair(_otherStep, first, _roots + Count + i);
        }
        return last;
    }

    /// <summary>SelectMany: one row for ten children.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public ulong FanOutOfTen()
    {
        ThreadBuffer buffer = ThreadBuffer.Current;
        ulong last = 0;
        for (ulong i = 0; i < Count / 10; i++) last = buffer.DeriveFanOut(_step, _roots + i, _roots + Count, 10);
        return last;
    }

    /// <summary>GroupBy: one child of ten consecutive parents.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public ulong FanInOfTen()
    {
        ThreadBuffer buffer = ThreadBuffer.Current;
        ulong last = 0;
        for (ulong i = 0; i < Count / 10; i++) last = buffer.DeriveFanIn(_step, _roots + 10 * i, 10);
        return last;
    }
}
