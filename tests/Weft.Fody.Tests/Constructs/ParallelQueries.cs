using System;
using System.Collections.Generic;
using System.Linq;

// Parallel queries in the query syntax and as calls; a loop reads one by its own enumerator, in a method and in an iterator.
public static class ParallelQueries
{
    private static readonly int[] s_numbers = [4, 2, 9, 7];

    public static string Run() => string.Join(",", Read()) + ";" + string.Join(",", Stream()) + ";" + Query().First();

    private static ParallelQuery<int> Query() =>
        from number in s_numbers.AsParallel().AsOrdered()
        where number > 2
        orderby number
        select number * 10;

    private static List<int> Read()
    {
        var result = new List<int>();
        foreach (int number in Query()) result.Add(number + 1);
        return result;
    }

    private static IEnumerable<int> Stream()
    {
        foreach (int number in Query().Where(n => n > 40)) yield return number - 1;
    }
}
