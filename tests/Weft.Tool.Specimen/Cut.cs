namespace Specimen;

/// <summary>A flow that passes through code that Weft does not understand.</summary>
internal static class Cut
{
    internal static void Play()
    {
        int[] numbers = [1, 2, 3];
        List<int> clean = numbers.Where(number => number > 1).ToList();
        List<int> linked = new System.Collections.ObjectModel.Collection<int>(numbers.Where(number => number > 2).ToList()).Select(number => number + 1).ToList();
        Console.WriteLine(clean.Count + linked.Count);
    }
}
