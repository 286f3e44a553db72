using System.Collections.Generic;
using System.Linq;

public static class LocalFunctions
{
    public static string Run()
    {
        int factor = 3;
        return string.Join(",", Scale([1, 2])) + Static(new[] { 4, 5 });

        List<int> Scale(int[] numbers) => numbers.Select(n => n * factor).ToList();

        static int Static(IEnumerable<int> numbers)
        {
            int sum = numbers.Sum();
            return sum;
        }
    }
}
