using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

public static class Iterators
{
    public static string Run()
    {
        List<int> list = new[] { 4, 2, 9 }.ToList();
        IEnumerable<int>[] flows =
        [
            Sequence(list, n => n > 2), Items(list), Elements(list.ToArray()), Nested(list, list.ToArray()), ByHand(list), Before(list), new Both<int>(list), Local(list), Locals(list),
        ];
        return string.Join(";", flows.Select(flow => string.Join(",", flow)).ToArray());
    }

    private static IEnumerable<T> Sequence<T>(IEnumerable<T> items, Func<T, bool> isWanted)
    {
        foreach (T item in items)
        {
            if (isWanted(item)) yield return item;
        }
    }

    private static IEnumerable<int> Items(List<int> items)
    {
        foreach (int item in items)
        {
            try
            {
                yield return item;
            }
            finally
            {
                items.Contains(item);
            }
        }
    }

    private static IEnumerable<int> Elements(int[] items)
    {
        foreach (int item in items) yield return item + 1;
    }

    private static IEnumerable<int> Nested(IEnumerable<int> outer, int[] inner)
    {
        foreach (int x in outer)
        {
            foreach (int y in inner) yield return x * y;
        }
        yield return 0;
    }

    private static IEnumerable<int> ByHand(IEnumerable<int> items)
    {
        using IEnumerator<int> e = items.GetEnumerator();
        while (e.MoveNext() && e.Current != 9) yield return e.Current;
    }

    private static IEnumerable<int> Before(IEnumerable<int> items)
    {
        int before = 0;
        foreach (int item in items)
        {
            yield return before;
            before = item;
        }
    }

    private static IEnumerable<int> Local(List<int> list)
    {
        return Larger(list);

        static IEnumerable<int> Larger(IEnumerable<int> items)
        {
            foreach (int item in new Both<int>(items)) yield return item;
        }
    }

    private static IEnumerable<int> Locals(IEnumerable<int> items)
    {
        var all = new List<int>();
        foreach (int item in items) all.Add(-item);
        foreach (int item in all) yield return item;
    }

    private readonly struct Both<T>(IEnumerable<T> items) : IEnumerable<T>
    {
        public IEnumerator<T> GetEnumerator()
        {
            foreach (T item in items) yield return item;
            foreach (T item in items.Where(item => item is not null)) yield return item;
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
