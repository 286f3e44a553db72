namespace Workloads;

/// <summary>Where-Select-Where-Select over an array, read by a loop.</summary>
public sealed class Linear(WorkloadInputs inputs) : IWorkload
{
    public string Name => "linear";

    public long Records => inputs.Numbers.Length;

    public object Run()
    {
        IEnumerable<int> numbers = inputs.Numbers
            .Where(number => number % 2 == 0)
            .Select(number => number + 1)
            .Where(number => number % 3 != 0)
            .Select(number => number * 2);

        long sum = 0;
        foreach (int number in numbers) sum += number;
        return sum;
    }
}
