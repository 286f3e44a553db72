namespace Workloads;

/// <summary>A million ints into an array behind a filter.</summary>
public sealed class ToArray(WorkloadInputs inputs) : IWorkload
{
    public string Name => "toarray";

    public long Records => inputs.Numbers.Length;

    public object Run()
    {
        int[] numbers = inputs.Numbers.Where(number => number % 3 != 0).ToArray();
        return numbers;
    }
}
