namespace Workloads;

/// <summary>A million records folded into one.</summary>
public sealed class Aggregate(WorkloadInputs inputs) : IWorkload
{
    public string Name => "aggregate";

    public long Records => inputs.Numbers.Length;

    public object Run()
    {
        long folded = inputs.Numbers.Where(number => number % 3 != 0).Aggregate(17L, (total, number) => total * 31 + number);
        return folded;
    }
}
