using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

public static class FlowEnds
{
    public static string Run()
    {
        int[] numbers = [3, 1, 2, 3];
        IEnumerable<int> known = numbers.Where(n => n > 0);
        IEnumerable<int> shuffled = known.Except([2]).Select(n => n);
        var copy = new List<int>(known.Select(n => n + 1));
        ImmutableList<int> frozen = ImmutableList.CreateRange(known);
        frozen = frozen.AddRange(known);

        // Not flows: a source, its own argument, a string, a value, a struct.
        IEnumerable<int> range = Enumerable.Range(0, 3);
        IEnumerable<int> same = known.AsEnumerable();
        string joined = string.Join("", known);
        bool any = known.Contains(3);
        ImmutableArray<int> array = ImmutableArray.CreateRange(known);
        return shuffled.Count() + "," + copy.Count + "," + frozen.Count + "," + range.Count() + same.Count() + joined + any + array.Length;
    }
}
