namespace Specimen;

/// <summary>A collection that is zipped with itself again and again: a tree as deep as one likes.</summary>
internal static class Deep
{
    internal static void Play(int rounds)
    {
        int[] numbers = [1];
        List<int> deepest = numbers.Where(number => number > 0).ToList();
        for (int round = 0; round < rounds; round++) deepest = deepest.Zip(numbers, (left, right) => left).ToList();
        List<int> result = deepest.Select(number => number).ToList();
        Console.WriteLine(Weft.Lineage.Of(result, 0).Why(1_000_000).ToString().Length);
    }
}
