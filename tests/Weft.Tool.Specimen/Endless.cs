namespace Specimen;

/// <summary>Records until it is killed; says when the first output is on disk.</summary>
internal static class Endless
{
    internal static void Play()
    {
        int[] numbers = [1, 2, 3];
        List<int> first = numbers.Where(number => number > 1).ToList();
        for (int round = 0; round < 1500; round++)
        {
            List<int> big = numbers.Where(number => number > 0).ToList();
            if (big.Count != 3) return;
        }
        Weft.Lineage.Flush();
        Console.WriteLine($"flushed {first.Count}");
        while (true)
        {
            List<int> next = numbers.Where(number => number > 2).ToList();
            Thread.Sleep(next.Count);
        }
    }
}
