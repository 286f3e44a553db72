using System;
using System.Collections.Generic;
using System.Linq;

public static class Generics
{
    public static string Run()
    {
        var box = new Box<string>(["a", "bb", "ccc"]);
        return string.Join(",", box.Map(s => s.Length)) + box.Longest(s => s.Length) + new Box<int>([7]).Map(n => n * 2L)[0];
    }

    private sealed class Box<T>(IEnumerable<T> items)
    {
        public List<TResult> Map<TResult>(Func<T, TResult> selector) => items.Where(item => item is not null).Select(selector).ToList();

        public T Longest<TKey>(Func<T, TKey> key) where TKey : IComparable<TKey>
        {
            Dictionary<TKey, T> byKey = items.ToDictionary(key);
            return byKey.OrderBy(pair => pair.Key).Select(pair => pair.Value).First();
        }
    }
}
