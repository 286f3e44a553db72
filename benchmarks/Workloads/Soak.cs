namespace Workloads;

/// <summary>A flow of any length, of which nothing is kept: every record is one of two made of a number, and added to another number.</summary>
public static class Soak
{
    /// <summary>Reads the flow to its end.</summary>
    /// <param name="numbers">How many numbers enter.</param>
    /// <param name="progress">Is told, now and then, how many have entered.</param>
    public static long Run(int numbers, Action<int> progress)
    {
        const int Often = (1 << 16) - 1;
        IEnumerable<long> flow = Enumerable.Range(0, numbers)
            .Select(number =>
            {
                if ((number & Often) == 0) progress(number);
                return (long)number;
            })
            .SelectMany(number => new[] { number, -number })
            .Where(number => number % 3 != 0)
            .Zip(Enumerable.Range(0, int.MaxValue), (number, place) => number + place);

        long sum = 0;
        foreach (long number in flow) sum += number;
        return sum;
    }
}
