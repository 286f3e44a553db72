namespace Workloads;

/// <summary>A million records with a hundred thousand values, each value once.</summary>
public sealed class Distinct(WorkloadInputs inputs) : IWorkload
{
    public string Name => "distinct";

    public long Records => inputs.Numbers.Length;

    public object Run()
    {
        long sum = 0;
        foreach (int value in inputs.Numbers.Select(number => (int)(number * 0x9E3779B1u % 100_000)).Distinct()) sum += value;
        return sum;
    }
}
