namespace Specimen;

/// <summary>Ends by an exception that nobody handles.</summary>
internal static class Failing
{
    internal static void Play()
    {
        int[] numbers = [1, 2, 3];
        List<int> kept = numbers.Where(number => number > 1).ToList();
        throw new InvalidOperationException($"kept {kept.Count}");
    }
}
