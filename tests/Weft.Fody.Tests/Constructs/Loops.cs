using System;
using System.Collections.Generic;
using System.Linq;

public static class Loops
{
    private static readonly int[] s_numbers = [4, 2, 9, 7];

    public static string Run()
    {
        List<int> list = s_numbers.ToList();
        var results = new List<List<int>>
        {
            OverFlow(s_numbers.Where(n => n > 2)), OverList(list), Nested(list, s_numbers.Select(n => n * 10)), Three(list), Twice(list),
            Jumps(list), Caught(list), NotFollowed(list), Initializer(list).SelectMany(pair => pair).ToList(), Generic(list, n => n + 1), Closure(list),
        };
        return string.Join(";", results.Select(r => string.Join(",", r)).ToArray());
    }

    private static List<int> OverFlow(IEnumerable<int> numbers)
    {
        var result = new List<int>();
        foreach (int n in numbers) result.Add(n + 1);
        return result;
    }

    private static List<int> OverList(List<int> numbers)
    {
        var result = new List<int>();
        foreach (int n in numbers)
        {
            if (n > 3) result.Add(n);
        }
        return result;
    }

    private static List<int> Nested(List<int> outer, IEnumerable<int> inner)
    {
        var result = new List<int>();
        foreach (int o in outer)
        {
            result.Add(-o);
            foreach (int i in inner) result.Add(o * i);
            result.Add(o);
        }
        return result;
    }

    private static List<int> Three(List<int> numbers)
    {
        var result = new List<int>();
        foreach (int a in numbers)
        {
            foreach (int b in numbers)
            {
                foreach (int c in numbers) if (a < b && b < c) result.Add(a * b * c);
            }
        }
        return result;
    }

    // Two loops after each other: Release may keep both enumerators in one local.
    private static List<int> Twice(List<int> numbers)
    {
        var result = new List<int>();
        foreach (int n in numbers) result.Add(n);
        foreach (int n in numbers) result.Add(-n);
        return result;
    }

    private static List<int> Jumps(List<int> numbers)
    {
        var result = new List<int>();
        foreach (int n in numbers)
        {
            if (n == 2) continue;
            result.Add(n);
            if (n == 9) break;
        }
        return result;
    }

    private static List<int> Caught(List<int> numbers)
    {
        var result = new List<int>();
        foreach (int n in numbers)
        {
            try
            {
                result.Add(8 / (n - 2));
            }
            catch (DivideByZeroException)
            {
                result.Add(0);
            }
            finally
            {
                result.Add(n);
            }
        }
        return result;
    }

    // A lambda's body is in no loop; nor are an Add outside and loops by index.
    private static List<int> NotFollowed(List<int> numbers)
    {
        var result = new List<int>();
        result.Add(1);
        foreach (int n in numbers)
        {
            Action<int> add = m => result.Add(m);
            add(n);
        }
        foreach (int n in s_numbers) result.Add(n);
        for (int i = 0; i < numbers.Count; i++) result.Add(i);
        using (List<int>.Enumerator both = numbers.GetEnumerator())
        {
            while (both.MoveNext())
            {
                int first = both.Current;
                if (both.MoveNext()) result.Add(first);
            }
        }
        return result;
    }

    private static List<List<int>> Initializer(List<int> numbers)
    {
        var result = new List<List<int>>();
        foreach (int n in numbers) result.Add(new List<int> { n, n + 1 });
        return result;
    }

    private static List<R> Generic<T, R>(IEnumerable<T> items, Func<T, R> f)
    {
        var result = new List<R>();
        foreach (T item in items) result.Add(f(item));
        return result;
    }

    private static List<int> Closure(List<int> numbers)
    {
        var result = new List<int>();
        foreach (int n in numbers) result.Add(numbers.Where(m => m > n).Count());
        return result;
    }
}
