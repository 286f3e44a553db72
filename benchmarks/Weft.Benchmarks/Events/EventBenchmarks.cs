using System.Diagnostics;
using BenchmarkDotNet.Attributes;

namespace Weft.Benchmarks.Events;

/// <summary>An event, with the writer draining it to real files beside; the baseline is an activity that somebody listens to.</summary>
[MemoryDiagnoser]
public class EventBenchmarks
{
    private const int Count = 10_000;

    private static readonly ActivitySource _source = new("Weft.Benchmarks");

    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = static source => source.Name == "Weft.Benchmarks",
        Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    private ExecutionUnitScope _scope;
    private ExecutionUnit _unit = null!;
    private EventId _reference;

    [GlobalSetup]
    public void Setup()
    {
        ActivitySource.AddActivityListener(_listener);
        _scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "benchmark");
        _unit = _scope.Unit;
        _reference = _unit.Event(EventKind.Fork);
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _scope.Dispose();
        _listener.Dispose();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public void ActivityWithListener()
    {
        for (int i = 0; i < Count; i++)
        {
            using Activity? activity = _source.StartActivity("event");
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public long Timestamp()
    {
        long last = 0;
        for (int i = 0; i < Count; i++) last = Stopwatch.GetTimestamp();
        return last;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public EventId Event()
    {
        EventId last = default;
        for (int i = 0; i < Count; i++) last = _unit.Event(EventKind.Send);
        return last;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public EventId EventWithReferenceAndSite()
    {
        EventId last = default;
        for (int i = 0; i < Count; i++) last = _unit.Event(EventKind.Receive, _reference, site: 2);
        return last;
    }

    /// <summary>What two events of one unit are to an activity: its start and its end.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public void EventsOfTheCurrentUnitInPairs()
    {
        for (int i = 0; i < Count; i++)
        {
            ExecutionUnit.Current.Event(EventKind.Acquire);
            ExecutionUnit.Current.Event(EventKind.Release);
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void AnnotateNumber()
    {
        for (int i = 0; i < Count; i++) _unit.Annotate("number", i);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void AnnotateInterpolated()
    {
        for (int i = 0; i < Count; i++) _unit.Annotate("text", $"number {i}");
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public ExecutionUnit Current()
    {
        ExecutionUnit last = _unit;
        for (int i = 0; i < Count; i++) last = ExecutionUnit.Current;
        return last;
    }

    /// <summary>A unit of its own, for example of a message.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public void StartAndComplete()
    {
        for (int i = 0; i < Count; i++)
        {
            using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "message");
        }
    }
}
