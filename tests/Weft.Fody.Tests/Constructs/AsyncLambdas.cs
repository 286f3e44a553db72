using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

public static class AsyncLambdas
{
    public static string Run() => RunAsync([1, 2, 3]).GetAwaiter().GetResult();

    private static async Task<string> RunAsync(int[] numbers)
    {
        Func<int, Task<int>> above = async limit =>
        {
            await Task.Yield();
            return numbers.Where(n => n > limit).Count();
        };

        string text = "";
        await foreach (int sum in Sums(numbers)) text += sum + ",";
        int chosen = await above(1) switch
        {
            0 => numbers.First(),
            int n when numbers.Select(m => m + n).Sum() > 3 => numbers.OrderBy(m => -m).First(),
            _ => -1,
        };
        return text + chosen;
    }

    private static async IAsyncEnumerable<int> Sums(IEnumerable<int> numbers)
    {
        foreach (int n in numbers.OrderBy(n => -n))
        {
            await Task.Yield();
            int[] upTo = numbers.Where(m => m <= n).ToArray();
            yield return upTo.Sum();
        }
    }
}
