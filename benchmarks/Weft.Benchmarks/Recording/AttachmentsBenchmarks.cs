using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using Weft.Flows;

namespace Weft.Benchmarks.Recording;

/// <summary>Attaching a column to a collection, and finding it; the baseline is what .NET has for that.</summary>
[MemoryDiagnoser]
public class AttachmentsBenchmarks
{
    private const int Count = 10_000;

    private readonly SpanColumn _column = new RangeColumn(1, 0, 0);
    private readonly List<int> _attached = [];
    private readonly List<int> _bare = [];

    [GlobalSetup]
    public void Setup() => Attachments.Set(_attached, new ListAttachment<int>(_attached, _column));

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public object AddToConditionalWeakTable()
    {
        var table = new ConditionalWeakTable<object, Attachment>();
        for (int i = 0; i < Count; i++)
        {
            var list = new List<int>();
            table.Add(list, new ListAttachment<int>(list, _column));
        }
        return table;
    }

    /// <summary>A list a record that dies young.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public void Set()
    {
        for (int i = 0; i < Count; i++)
        {
            var list = new List<int>();
            Attachments.Set(list, new ListAttachment<int>(list, _column));
        }
    }

    [Benchmark]
    public object? FindAttached() => Attachments.Find(_attached);

    [Benchmark]
    public object? FindBare() => Attachments.Find(_bare);
}
