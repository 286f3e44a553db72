// Proves that the benchmarks of single operators are complete, and that what they compare computes the same.
extern alias Unwoven;
extern alias Woven;
using System.Collections;
using Weft.Catalog;

namespace Weft.Benchmarks.Tests;

public sealed class OperatorCallsTests : IDisposable
{
    private readonly string _lines = Path.GetTempFileName();

    public OperatorCallsTests() => File.WriteAllLines(_lines, Enumerable.Range(0, 100).Select(number => $"line {number}"));

    // Other families are timed as a whole, by workloads of their own.
    [Fact]
    public void OperatorCalls_EveryRowOfFilesAndLinq_HasOne() =>
        Assert.Equal(
            OperatorCatalog.Rows.Where(row => row.DeclaringType is "System.IO.File" or "System.Linq.Enumerable").Select(row => row.Name),
            Unwoven::Workloads.OperatorCalls.Create(_lines).Keys);

    [Fact]
    public void OperatorCalls_Woven_GiveWhatTheUnwovenGive()
    {
        IReadOnlyDictionary<string, Func<object?>> woven = Woven::Workloads.OperatorCalls.Create(_lines);
        foreach ((string name, Func<object?> call) in Unwoven::Workloads.OperatorCalls.Create(_lines))
        {
            object? expected = call(), actual = woven[name]();
            if (expected is IEnumerable records) Assert.Equal(records.Cast<object>(), ((IEnumerable)actual!).Cast<object>());
            else Assert.Equal(expected, actual);
        }
    }

    public void Dispose() => File.Delete(_lines);
}
