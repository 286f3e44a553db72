using BenchmarkDotNet.Attributes;
using Weft.Flows;

namespace Weft.Benchmarks.Recording;

/// <summary>Building the span column of a collection, a span at a time.</summary>
[MemoryDiagnoser]
public class SpanColumnBenchmarks
{
    private const int Count = 100_000;

    private readonly ulong[] _shuffled = Shuffled();

    /// <summary>Every record of a source.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public object Consecutive()
    {
        ColumnBuilder spans = ColumnBuilder.Rent();
        for (ulong span = 1; span <= Count; span++) spans.Add(span);
        return spans.Finish(step: 0);
    }

    /// <summary>A filter that keeps one in three.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public object EveryThird()
    {
        ColumnBuilder spans = ColumnBuilder.Rent();
        for (ulong span = 1; span <= 3 * Count; span += 3) spans.Add(span);
        return spans.Finish(step: 0);
    }

    /// <summary>A sort by something unrelated.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public object AnyOrder()
    {
        ColumnBuilder spans = ColumnBuilder.Rent();
        foreach (ulong span in _shuffled) spans.Add(span);
        return spans.Finish(step: 0);
    }

    private static ulong[] Shuffled()
    {
        ulong[] spans = new ulong[Count];
        for (int i = 0; i < spans.Length; i++) spans[i] = (ulong)i + 1;
        new Random(1).Shuffle(spans);
        return spans;
    }
}
