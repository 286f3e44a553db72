namespace Workloads;

/// <summary>A filter and a projection written with <c>yield</c>, over an array, kept in a list.</summary>
public sealed class Iterator(WorkloadInputs inputs) : IWorkload
{
    public string Name => "iterator";

    public long Records => inputs.Numbers.Length;

    public object Run()
    {
        List<int> numbers = Mapped(Filtered(inputs.Numbers)).ToList();
        return numbers;
    }

    private static IEnumerable<int> Filtered(IEnumerable<int> numbers)
    {
        foreach (int number in numbers)
        {
            if (number % 2 == 0) yield return number;
        }
    }

    private static IEnumerable<int> Mapped(IEnumerable<int> numbers)
    {
        foreach (int number in numbers) yield return number * 2;
    }
}
