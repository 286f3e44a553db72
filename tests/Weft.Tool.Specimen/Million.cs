namespace Specimen;

/// <summary>A scalar with as many ancestors as one likes.</summary>
internal static class Million
{
    internal static void Play(int count)
    {
        int[] numbers = [.. Enumerable.Range(0, count)];
        int[] keys = [.. Enumerable.Range(0, 10)];
        long total = numbers.Join(keys, number => number % 10, key => key, (number, key) => (long)number + key).Where(number => number >= 0).Sum();
        Console.WriteLine(total);
    }
}
