using System.Collections.Generic;
using System.Linq;

public static class Spreads
{
    public static string Run()
    {
        int[] numbers = [3, 1, 2, 3];
        IEnumerable<int> flow = numbers.Where(n => n > 1);
        List<int> kept = [.. flow];
        List<int> longer = [.. flow, 7];
        int[] array = [.. kept, 8];
        int[] copied = [.. numbers];
        int[] both = [0, .. numbers, .. kept];
        IEnumerable<int> lazy = [.. flow, 9];
        IReadOnlyList<int> known = [.. kept, 9];
        List<int> list = [.. kept, 5];
        IEnumerable<int> literals = [1, 2, 3];
        int[] part = array[1..3];
        return string.Join(",", kept.Concat(longer).Concat(array).Concat(copied).Concat(both).Concat(lazy).Concat(known).Concat(list).Concat(literals).Concat(part));
    }
}
