using System;
using System.Collections.Generic;
using System.Linq;

public static class Lambdas
{
    public static string Run()
    {
        int[][] rows = [[1, 2, 3], [4, 5]];
        int limit = 2;
        // Calls inside lambdas, with and without a closure, and a branch that joins at the call itself.
        List<int> sums = rows.Select(row => row.Where(n => n >= limit).Sum()).ToList();
        Func<int, bool> isOdd = n => n % 2 == 1;
        int odd = rows.First().Where(limit > 1 ? isOdd : n => true).Count();
        return string.Join(",", sums) + ";" + odd;
    }
}
