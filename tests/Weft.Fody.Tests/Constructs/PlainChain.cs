using System.Collections.Generic;
using System.Linq;

public static class PlainChain
{
    public static string Run()
    {
        int[] numbers = [5, 3, 8, 1];
        List<int> doubled = numbers.Where(n => n > 2).Select(n => n * 2).ToList();
        return string.Join(",", doubled);
    }
}
