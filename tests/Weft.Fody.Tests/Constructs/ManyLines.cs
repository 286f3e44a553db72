using System.Collections.Generic;
using System.Linq;

public static class ManyLines
{
    public static string Run()
    {
        int least = 2;
        List<string> words = new[] { 5, 3, 8, 1 }
            .Where(n => n > least)
            .Select(n =>
            {
                return n * 2;
            })
            .OrderBy(n => n)
            .ThenBy(Negative)
            .Select(n => n.ToString())
            .ToList();
        IEnumerable<string> query =
            from word in words
            where word.Length > 1
            select word;
        return string.Join(",", words) + query.Count();

        static int Negative(int n) => -n;
    }
}
