namespace Workloads;

/// <summary>Where-Select-Where-Select over an asynchronous sequence of numbers, kept in a list.</summary>
public sealed class Async(WorkloadInputs inputs) : IWorkload
{
    public string Name => "async";

    public long Records => inputs.Numbers.Length;

    public object Run() => Kept().GetAwaiter().GetResult();

    private async Task<long> Kept()
    {
        List<int> numbers = await AsyncEnumerable.Range(0, inputs.Numbers.Length)
            .Where(number => number % 2 == 0)
            .Select(number => number + 1)
            .Where(number => number % 3 != 0)
            .Select(number => number * 2)
            .ToListAsync();

        return numbers.Count + numbers[^1];
    }
}
