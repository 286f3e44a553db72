using System.Collections.Generic;
using System.Linq;

public static class Iterator
{
    public static string Run()
    {
        IEnumerable<int> pairs = Pairs(new[] { 1, 2, 3 });
        return string.Join(",", pairs.Select(n => n + 1).ToList());
    }

    private static IEnumerable<int> Pairs(IEnumerable<int> numbers)
    {
        foreach (int n in numbers.Where(n => n != 2))
        {
            yield return n;
            yield return numbers.Select(m => m * n).Sum();
        }
    }
}
