namespace Workloads;

/// <summary>A million records joined with a hundred thousand.</summary>
public sealed class Join(WorkloadInputs inputs) : IWorkload
{
    public string Name => "join";

    public long Records => inputs.Numbers.Length;

    public object Run()
    {
        long sum = 0;
        foreach ((int number, int few) in inputs.Numbers.Join(inputs.Few, number => number % 200_000, few => few, (number, few) => (number, few))) sum += number ^ few;
        return sum;
    }
}
