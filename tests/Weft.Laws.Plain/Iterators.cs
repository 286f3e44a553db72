using System.Collections;
using System.Runtime.CompilerServices;

namespace Weft.Laws;

/// <summary>Methods with <c>yield</c>, by every way of reading that C# has.</summary>
public static class Iterators
{
    /// <summary>Each as an operator.</summary>
    public static IReadOnlyList<Stage> All { get; } =
    [
        Of((s, log) => Filtered(s, log)),
        Of((s, log) => Filtered(Filtered(s, log), log)),
        Of((s, log) => Filtered(s.Select(log.Call("select", (int x) => x + 1)), log).Where(log.Call("where", (int x) => x > 2))),
        Of((s, log) => Guarded(s, log)),
        Of((s, log) => Crossed(s, s, log)),
        Of((s, log) => Zipped(s, s.Select(x => x * 2))),
        Of((s, log) => Pairwise(s)),
        Of((s, log) => ByHand(s, log)),
        Of((s, log) => Batches(s, 3).Select(batch => batch.Count)),
        Of((s, log) => Sorted(s)),
        Of((s, log) => Framed(s, log)),
        Of((s, log) => OfArray(s.ToArray())),
        Of((s, log) => OfList(s.ToList(), log)),
        Of((s, log) => Changing(s.ToList())),
        Of((s, log) => Flattened(s.Select(x => new[] { x, -x }))),
        Of((s, log) => new Repeated(s)),
        Of((s, log) => Count(s)),
        Of((s, log) => Throwing(s)),
        Of((s, log) => Again(s, log)),
        Of((s, log) => Down(s, 2)),
        Of((s, log) => Filtered(null!, log).Concat(s)),
        Of((s, log) => Generic<int, IEnumerable<int>>(s)),
    ];

    private static IEnumerable<int> Filtered(IEnumerable<int> items, List<string> log)
    {
        log.Add("begins");
        foreach (int item in items)
        {
            log.Add($"at {item}");
            if (item != 4) yield return item;
        }
        log.Add("ends");
    }

    private static IEnumerable<int> Guarded(IEnumerable<int> items, List<string> log)
    {
        try
        {
            foreach (int item in items)
            {
                try
                {
                    yield return item * 2;
                }
                finally
                {
                    log.Add($"behind {item}");
                }
                if (item == 9) yield break;
            }
        }
        finally
        {
            log.Add("finally");
        }
    }

    private static IEnumerable<int> Crossed(IEnumerable<int> outer, IEnumerable<int> inner, List<string> log)
    {
        foreach (int x in outer)
        {
            foreach (int y in inner)
            {
                if (y > 4) break;
                log.Add($"{x}, {y}");
                yield return x * y;
            }
        }
    }

    private static IEnumerable<int> Zipped(IEnumerable<int> first, IEnumerable<int> second)
    {
        using IEnumerator<int> one = first.GetEnumerator();
        using IEnumerator<int> two = second.GetEnumerator();
        while (one.MoveNext() && two.MoveNext()) yield return one.Current + two.Current;
    }

    private static IEnumerable<int> Pairwise(IEnumerable<int> items)
    {
        using IEnumerator<int> e = items.GetEnumerator();
        if (!e.MoveNext()) yield break;
        int before = e.Current;
        while (e.MoveNext())
        {
            yield return before - e.Current;
            before = e.Current;
        }
    }

    private static IEnumerable<int> ByHand(IEnumerable<int> items, List<string> log)
    {
        IEnumerator<int> e = items.GetEnumerator();
        log.Add(e is IList ? "a list" : "an enumerator");
        bool moved;
        do
        {
            moved = e.MoveNext();
            if (moved) yield return e.Current;
        }
        while (moved);
        yield return e.MoveNext() ? 1 : 0;
        e.Dispose();
        e.Dispose();
    }

    private static IEnumerable<List<int>> Batches(IEnumerable<int> items, int size)
    {
        var batch = new List<int>();
        foreach (int item in items)
        {
            batch.Add(item);
            if (batch.Count < size) continue;
            yield return batch;
            batch = [];
        }
        if (batch.Count > 0) yield return batch;
    }

    private static IEnumerable<int> Sorted(IEnumerable<int> items)
    {
        var all = new List<int>();
        foreach (int item in items) all.Add(item);
        all.Sort();
        foreach (int item in all) yield return item;
    }

    private static IEnumerable<int> Framed(IEnumerable<int> items, List<string> log)
    {
        yield return -1;
        foreach (int item in items) yield return log.Call("framed", (int x) => x)(item);
        yield return -2;
    }

    private static IEnumerable<int> OfArray(int[] items)
    {
        foreach (int item in items) yield return item + 1;
        for (int i = 0; i < items.Length; i++) yield return items[i];
    }

    private static IEnumerable<int> OfList(List<int> items, List<string> log)
    {
        foreach (int item in items)
        {
            log.Add($"item {item}");
            yield return item;
        }
    }

    private static IEnumerable<int> Changing(List<int> items)
    {
        foreach (int item in items)
        {
            yield return item;
            if (item == 5) items.Add(item);
        }
    }

    private static IEnumerable<int> Flattened(IEnumerable<IEnumerable<int>> inner)
    {
        foreach (IEnumerable<int> items in inner)
        {
            foreach (int item in items) yield return item;
        }
    }

    private static IEnumerable<int> Count(IEnumerable<int> items)
    {
        int count = 0;
        foreach (int _ in items) count++;
        yield return count;
    }

    private static IEnumerable<int> Throwing(IEnumerable<int> items)
    {
        foreach (int item in items) yield return item == 1 ? throw new InvalidOperationException("at one") : item;
    }

    private static IEnumerable<int> Again(IEnumerable<int> items, List<string> log)
    {
        for (int i = 0; i < 2; i++)
        {
            foreach (int item in items)
            {
                if (i == 1) log.Add("again");
                yield return item;
            }
        }
    }

    private static IEnumerable<int> Down(IEnumerable<int> items, int depth)
    {
        foreach (int item in depth == 0 ? items : Down(items, depth - 1)) yield return item;
    }

    private static IEnumerable<T> Generic<T, TItems>(TItems items) where TItems : IEnumerable<T>
    {
        foreach (T item in items) yield return item;
    }

    private readonly struct Repeated(IEnumerable<int> items) : IEnumerable<int>
    {
        public IEnumerator<int> GetEnumerator()
        {
            foreach (int item in items)
            {
                yield return item;
                yield return item;
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private static Stage Of(Func<IEnumerable<int>, List<string>, IEnumerable<int>> apply, [CallerArgumentExpression(nameof(apply))] string name = "")
        => new(name["(s, log) => ".Length..], apply);
}
