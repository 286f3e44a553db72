namespace Workloads;

/// <summary>A million records sorted by a scattered key.</summary>
public sealed class OrderBy(WorkloadInputs inputs) : IWorkload
{
    public string Name => "orderby";

    public long Records => inputs.Numbers.Length;

    public object Run()
    {
        long sum = 0;
        int position = 0;
        foreach (int number in inputs.Numbers.OrderBy(number => number * 0x9E3779B1u)) sum += (long)number * ++position;
        return sum;
    }
}
