using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

public static class LoopsInStateMachines
{
    public static string Run()
    {
        List<int> numbers = new[] { 4, 2, 9 }.ToList();
        var seen = new List<int>();
        int[] yielded = Yielding(numbers, seen).ToArray();
        List<List<int>> results =
        [
            Awaiting(numbers).GetAwaiter().GetResult(), Sequence(numbers.Select(n => -n)).GetAwaiter().GetResult(), Generic(numbers).GetAwaiter().GetResult(),
            Streamed(numbers).GetAwaiter().GetResult(), seen, yielded.ToList(),
        ];
        return string.Join(";", results.Select(r => string.Join(",", r)).ToArray());
    }

    private static async Task<List<int>> Awaiting(List<int> numbers)
    {
        var result = new List<int>();
        foreach (int n in numbers)
        {
            await Task.Yield();
            result.Add(n);
            foreach (int m in numbers)
            {
                if (m > n) result.Add(await Task.FromResult(m));
            }
            await Task.Yield();
        }
        return result;
    }

    private static async Task<List<int>> Sequence(IEnumerable<int> numbers)
    {
        var result = new List<int>();
        foreach (int n in numbers)
        {
            result.Add(n);
            try
            {
                await Task.Yield();
            }
            finally
            {
                result.Add(await Task.FromResult(n + 1));
            }
        }
        return result;
    }

    private static async Task<List<T>> Generic<T>(IEnumerable<T> items)
    {
        var result = new List<T>();
        foreach (T item in items)
        {
            await Task.Yield();
            result.Add(item);
        }
        return result;
    }

    private static async Task<List<int>> Streamed(List<int> numbers)
    {
        var result = new List<int>();
        await foreach (int n in Stream(numbers, result)) result.Add(n);
        return result;
    }

    private static async IAsyncEnumerable<int> Stream(List<int> numbers, List<int> seen)
    {
        foreach (int n in numbers)
        {
            await Task.Yield();
            seen.Add(n);
            yield return n * 2;
        }
    }

    private static IEnumerable<int> Yielding(List<int> numbers, List<int> seen)
    {
        foreach (int n in numbers)
        {
            seen.Add(n);
            yield return n;
            foreach (int m in numbers.Where(m => m > n))
            {
                yield return m;
                seen.Add(m);
            }
        }
    }
}
