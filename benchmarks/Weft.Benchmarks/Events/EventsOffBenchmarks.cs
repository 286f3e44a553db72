using BenchmarkDotNet.Attributes;

namespace Weft.Benchmarks.Events;

/// <summary>What calls cost that record nothing; run it with <c>--envVars WEFT:0</c>, or <c>WEFT_EVENTS:0</c>.</summary>
[MemoryDiagnoser]
public class EventsOffBenchmarks
{
    private const int Count = 10_000;

    private readonly ExecutionUnit _unit = ExecutionUnit.Current;

    [GlobalSetup]
    public void Setup()
    {
        if (!_unit.Event(EventKind.Send).IsNone) throw new InvalidOperationException("Events are recorded: set WEFT=0 or WEFT_EVENTS=0.");
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public long Loop()
    {
        long sum = 0;
        for (int i = 0; i < Count; i++) sum += i;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public long Event()
    {
        long sum = 0;
        for (int i = 0; i < Count; i++) sum += i + _unit.Event(EventKind.Send).Number;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public long AnnotateInterpolated()
    {
        long sum = 0;
        for (int i = 0; i < Count; i++)
        {
            _unit.Annotate("text", $"number {i}");
            sum += i;
        }
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public long Current()
    {
        long sum = 0;
        for (int i = 0; i < Count; i++) sum += i + ExecutionUnit.Current.LastEvent.Number;
        return sum;
    }
}
