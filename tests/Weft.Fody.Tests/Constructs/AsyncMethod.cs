using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

public static class AsyncMethod
{
    public static string Run() => string.Join(",", Sorted([3, 1, 2]).GetAwaiter().GetResult());

    private static async Task<List<int>> Sorted(int[] numbers)
    {
        List<int> positive = numbers.Where(n => n > 0).ToList();
        await Task.Yield();
        var kept = positive.Select(n => n + 1).ToArray();
        await Task.Yield();
        int total = kept.Length + kept[0];
        return positive.OrderBy(n => n).ThenBy(n => -n).Select(n => n * total).ToList();
    }
}
