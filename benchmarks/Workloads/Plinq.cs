namespace Workloads;

/// <summary>Where-Select over a million ints on two cores into an array, and the sum of each of a thousand groups of them.</summary>
public sealed class Plinq(WorkloadInputs inputs) : IWorkload
{
    private const int Cores = 2;
    private const int Groups = 1000;

    public string Name => "plinq";

    public long Records => 2L * inputs.Numbers.Length;

    public object Run()
    {
        int[] numbers = inputs.Numbers.AsParallel().WithDegreeOfParallelism(Cores).Where(number => number % 3 != 0).Select(number => number * 2).ToArray();
        long[] sums = inputs.Numbers.AsParallel().WithDegreeOfParallelism(Cores).GroupBy(number => number % Groups).Select(group => group.Sum(number => (long)number)).ToArray();
        return (numbers.Length, sums.Sum());
    }
}
