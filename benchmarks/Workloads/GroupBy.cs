namespace Workloads;

/// <summary>A million records in ten thousand groups, each added up.</summary>
public sealed class GroupBy(WorkloadInputs inputs) : IWorkload
{
    public string Name => "groupby";

    public long Records => inputs.Numbers.Length;

    public object Run()
    {
        long[] sums = inputs.Numbers.GroupBy(number => number * 0x9E3779B1u % 10_000).Select(group => group.Sum(number => (long)number)).ToArray();
        return sums;
    }
}
