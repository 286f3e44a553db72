extern alias Unwoven;
extern alias Woven;
using BenchmarkDotNet.Attributes;

namespace Weft.Benchmarks.Operators;

/// <summary>Each operator over a thousand records; the baseline is the unwoven build of the same source.</summary>
[MemoryDiagnoser]
public class OperatorBenchmarks
{
    private readonly string _lines = Path.GetTempFileName();
    private Func<object?> _unwoven = null!;
    private Func<object?> _woven = null!;

    /// <summary>Every operator of the catalog.</summary>
    public static IEnumerable<string> Operators => Unwoven::Workloads.OperatorCalls.Create("").Keys;

    [ParamsSource(nameof(Operators))]
    public string Operator { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        File.WriteAllLines(_lines, Enumerable.Range(0, Unwoven::Workloads.OperatorCalls.Records).Select(number => $"line {number}"));
        _unwoven = Unwoven::Workloads.OperatorCalls.Create(_lines)[Operator];
        _woven = Woven::Workloads.OperatorCalls.Create(_lines)[Operator];
    }

    [GlobalCleanup]
    public void Cleanup() => File.Delete(_lines);

    [Benchmark(Baseline = true, OperationsPerInvoke = Unwoven::Workloads.OperatorCalls.Records)]
    public object? Plain() => _unwoven();

    [Benchmark(OperationsPerInvoke = Unwoven::Workloads.OperatorCalls.Records)]
    public object? Recorded() => _woven();
}
