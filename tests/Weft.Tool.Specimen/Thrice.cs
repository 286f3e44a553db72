namespace Specimen;

/// <summary>A file that is read at three places.</summary>
internal static class Thrice
{
    internal static void Play(string folder)
    {
        string path = Path.Combine(folder, "orders.csv");
        List<string> first = File.ReadLines(path).Skip(1).ToList();
        List<string> second = File.ReadLines(path).Skip(2).ToList();
        List<string> third = File.ReadAllLines(path).Skip(3).ToList();
        Console.WriteLine(first.Count + second.Count + third.Count);
    }
}
