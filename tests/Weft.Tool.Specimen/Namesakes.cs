namespace Specimen;

/// <summary>Two outputs of one name, and one whose name is given in code.</summary>
internal static class Namesakes
{
    internal static void Play()
    {
        Console.WriteLine(Small().Count + Large().Count);
        int[] numbers = [3, 1, 2];
        List<int> sorted = numbers.Order().ToList();
        Weft.Lineage.Output("the [sorted] #1", numbers.OrderBy(number => number).ToList());
        Console.WriteLine(sorted.Count);
    }

    private static List<int> Small()
    {
        int[] values = [1, 2, 3];
        List<int> top = values.Take(2).ToList();
        return top;
    }

    private static List<int> Large()
    {
        int[] values = [10, 20, 30];
        List<int> top = values.Take(1).ToList();
        return top;
    }
}
