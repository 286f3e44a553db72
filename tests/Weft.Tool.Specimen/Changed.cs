namespace Specimen;

/// <summary>A collection that is changed behind the back of its lineage.</summary>
internal static class Changed
{
    internal static void Play()
    {
        int[] numbers = [5, 6, 7];
        List<int> kept = numbers.Where(number => number > 4).ToList();
        kept.Reverse();
        kept[0] = 70;
        List<int> doubled = kept.Select(number => 2 * number).ToList();
        Console.WriteLine(doubled.Count);
    }
}
