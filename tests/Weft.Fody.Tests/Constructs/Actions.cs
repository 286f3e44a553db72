using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

public static class Actions
{
    private static readonly List<int> s_numbers = [4, 2, 9];

    public static string Run()
    {
        var results = new List<List<int>> { OverList(), OverArray(), OverImmutable(), Nested(), InLoop([3, 1]), MethodGroup(), Kept(), LocalFunction(), WithoutAdd(), Inside() };
        return string.Join(";", results.Select(r => string.Join(",", r)).ToArray());
    }

    private static List<int> OverList()
    {
        var result = new List<int>();
        s_numbers.ForEach(n => result.Add(n + 1));
        return result;
    }

    private static List<int> OverArray()
    {
        var result = new List<int>();
        Array.ForEach(s_numbers.ToArray(), n => { if (n > 3) result.Add(n); });
        return result;
    }

    private static List<int> OverImmutable()
    {
        var result = new List<int>();
        s_numbers.ToImmutableList().ForEach(n => result.Add(n));
        return result;
    }

    private static List<int> Nested()
    {
        var result = new List<int>();
        s_numbers.ForEach(outer =>
        {
            result.Add(outer);
            s_numbers.ForEach(inner => result.Add(outer * inner));
            foreach (int inner in s_numbers) result.Add(inner - outer);
        });
        return result;
    }

    private static List<int> InLoop(IEnumerable<int> outer)
    {
        var result = new List<int>();
        foreach (int o in outer) s_numbers.ForEach(n => result.Add(n * o));
        foreach (int o in outer) s_numbers.ForEach(n => result.Add(n));
        return result;
    }

    private static List<int> MethodGroup()
    {
        var result = new List<int>();
        s_numbers.ForEach(result.Add);
        return result;
    }

    private static readonly List<int> s_kept = [];

    private static List<int> Kept()
    {
        s_kept.Clear();
        s_numbers.ForEach(n => s_kept.Add(n));
        return s_kept;
    }

    // A delegate that others may call, and a method, are not followed.
    private static List<int> LocalFunction()
    {
        var result = new List<int>();
        Action<int> add = n => result.Add(n);
        s_numbers.ForEach(add);
        s_numbers.ForEach(Add);
        return result;

        void Add(int n) => result.Add(-n);
    }

    private static List<int> WithoutAdd()
    {
        int sum = 0;
        s_numbers.ForEach(n => sum += n);
        return [sum];
    }

    private static List<int> Inside()
    {
        var result = new List<int>();
        s_numbers.ForEach(n =>
        {
            Action add = () => result.Add(n);
            add();
        });
        return result;
    }
}
