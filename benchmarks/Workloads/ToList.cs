namespace Workloads;

/// <summary>Where-Select-Where-Select over an array, kept in a list.</summary>
public sealed class ToList(WorkloadInputs inputs) : IWorkload
{
    public string Name => "tolist";

    public long Records => inputs.Numbers.Length;

    public object Run()
    {
        List<int> numbers = inputs.Numbers
            .Where(number => number % 2 == 0)
            .Select(number => number + 1)
            .Where(number => number % 3 != 0)
            .Select(number => number * 2)
            .ToList();
        return numbers;
    }
}
