namespace Specimen;

/// <summary>One output that is made several times, from a collection that nobody traced.</summary>
internal static class Rounds
{
    internal static void Play()
    {
        int[] numbers = [1, 2, 3, 4, 5, 6];
        for (int divisor = 1; divisor <= 3; divisor++)
        {
            List<int> multiples = numbers.Where(number => number % divisor == 0).ToList();
            Console.WriteLine(multiples.Count);
        }
    }
}
