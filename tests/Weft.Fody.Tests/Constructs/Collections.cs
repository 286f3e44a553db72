using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

// Constructors, methods of instances, and those of structs, which are called by reference; what is put in order where it stands is an output as it is then.
public static class Collections
{
    private static ImmutableArray<int> s_fixed = [4, 2, 7];

    public static string Run()
    {
        int[] numbers = [5, 3, 8, 1];
        var copy = new List<int>(numbers.Where(n => n > 2)) { 9 };
        List<int> late = numbers.Where(n => n > 1).ToList();
        late.Sort();
        return string.Join(",", copy) + string.Join(",", late) + string.Join(",", Sorted(numbers)) + string.Join(",", Shortened()) + string.Join(",", Parted<string>(["a", "b"]));
    }

    private static List<int> Sorted(int[] numbers)
    {
        List<int> list = numbers.Where(n => n < 8).ToList();
        list.Sort();
        return list;
    }

    private static ImmutableArray<int> Shortened()
    {
        ImmutableArray<int> local = s_fixed.RemoveAt(0);
        return local.Length > 1 ? local.RemoveAt(1) : s_fixed;
    }

    private static List<T> Parted<T>(ImmutableArray<T> items) where T : class => new(items.RemoveAt(0));

    // A call of the base type's own method is not what a call of the object's would come to.
    private sealed class Ordered : List<int>
    {
        public Ordered(IEnumerable<int> numbers) : base(numbers) => base.Sort();
    }
}
