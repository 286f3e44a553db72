namespace Specimen;

/// <summary>Enough irregular edges for several small segments.</summary>
internal static class Segments
{
    internal static void Play()
    {
        int[] numbers = [.. Enumerable.Range(0, 60_000)];
        int[] keys = [.. Enumerable.Range(0, 1000)];
        var parts = new List<List<int>>();
        for (int round = 1; round <= 6; round++)
        {
            List<int> part = numbers.Join(keys, number => Scattered(number, round), key => key, (number, key) => number - key).ToList();
            parts.Add(part);
            Weft.Lineage.Flush();
        }
        long total = parts.SelectMany(part => part).Sum(number => (long)number);
        Console.WriteLine(total);
    }

    private static int Scattered(int number, int round) => (int)((uint)(number + round) * 2654435761u >> 8) % 1000;
}
