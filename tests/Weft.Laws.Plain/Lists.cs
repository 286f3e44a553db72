using System.Runtime.CompilerServices;

namespace Weft.Laws;

/// <summary>What lists and arrays do with their own records: programs over a sequence, each of which reads it into a collection and works on that.</summary>
public static class Lists
{
    /// <summary>The programs of lists.</summary>
    public static IReadOnlyList<Reader> OfLists { get; } =
    [
        Of((s, log) => new List<int>(s)),
        Of((s, log) => new List<int>(s) { 7 }),
        Of((s, log) => new List<int>(s).Capacity),
        Of((s, log) => new List<int>((IEnumerable<int>)null!)),
        List((l, s, log) => l.ToArray()),
        List((l, s, log) => l.GetRange(1, 2)),
        List((l, s, log) => l.GetRange(-1, 2)),
        List((l, s, log) => l.GetRange(0, -2)),
        List((l, s, log) => l.Slice(0, l.Count)),
        List((l, s, log) => l[..1]),
        List((l, s, log) => l.Slice(2, 99)),
        List((l, s, log) => l.FindAll(log.Match(x => x > 2))),
        List((l, s, log) => l.FindAll(null!)),
        List((l, s, log) => l.FindAll(x => { if (x == 4) l.Add(5); return true; })),
        List((l, s, log) => l.FindAll(x => { if (x == 4) l.Clear(); return x == 4; })),
        List((l, s, log) => l.ConvertAll(new Converter<int, string>(log.Call("convert", (int x) => x + "!")))),
        List((l, s, log) => l.ConvertAll<int>(null!)),
        List((l, s, log) => l.ConvertAll(x => { if (x == 4) l.Add(5); return x; })),
        List((l, s, log) => l.ConvertAll(x => { if (x == 4) l.Clear(); return x; })),
        List((l, s, log) => l.Find(log.Match(x => x > 2))),
        List((l, s, log) => l.FindLast(log.Match(x => x > 2))),
        List((l, s, log) => Kept<int>.Value = l.Find(log.Match(x => x > 2))),
        List((l, s, log) => Kept<int>.Value = l.FindLast(log.Match(x => x > 2))),
        List((l, s, log) => Kept<int>.Value = l.FindLast(log.Match(x => x > 200))),
        List((l, s, log) => Kept<int>.Value = l.Find(null!)),
        List((l, s, log) => Kept<int>.Value = l.FindLast(null!)),
        List((l, s, log) => Kept<int>.Value = l.Find(x => { l.Clear(); return x > 1; })),
        Change((l, s, log) => l.AddRange(s)),
        Change((l, s, log) => l.AddRange(s.Where(log.Call("where", (int x) => x > 2)))),
        Change((l, s, log) => l.AddRange(l)),
        Change((l, s, log) => l.AddRange(l.Where(x => x > 2))),
        Change((l, s, log) => l.AddRange(null!)),
        Change((l, s, log) => l.AddRange(s.Select(log.Call("throws", (int x) => x == 4 ? throw new InvalidTimeZoneException() : x)))),
        Change((l, s, log) => l.AddRange(new HashSet<int>(s))),
        Change((l, s, log) => l.AddRange([8, 9])),
        Change((l, s, log) => l.InsertRange(1, s)),
        Change((l, s, log) => l.InsertRange(0, s.Where(log.Call("where", (int x) => x > 2)))),
        Change((l, s, log) => l.InsertRange(l.Count, l)),
        Change((l, s, log) => l.InsertRange(0, l)),
        Change((l, s, log) => l.InsertRange(-1, l)),
        Change((l, s, log) => l.InsertRange(99, s)),
        Change((l, s, log) => l.InsertRange(0, null!)),
        Change((l, s, log) => l.InsertRange(0, s.Select(log.Call("throws", (int x) => x == 4 ? throw new InvalidTimeZoneException() : x)))),
        List((l, s, log) => (l.RemoveAll(log.Match(x => x > 2)), string.Join(' ', l))),
        List((l, s, log) => (l.RemoveAll(log.Match(x => x > 200)), string.Join(' ', l))),
        Change((l, s, log) => l.RemoveAll(null!)),
        Change((l, s, log) => l.RemoveAll(log.Match(x => x == 5 ? throw new InvalidTimeZoneException() : x > 2))),
        Change((l, s, log) => l.Reverse()),
        Change((l, s, log) => l.Reverse(1, 2)),
        Change((l, s, log) => l.Reverse(1, 99)),
        Change((l, s, log) => l.Reverse(-1, 1)),
        Change((l, s, log) => l.Sort()),
        Change((l, s, log) => l.Sort(log.Comparer())),
        Change((l, s, log) => l.Sort((IComparer<int>)null!)),
        Change((l, s, log) => l.Sort((Comparison<int>)null!)),
        Change((l, s, log) => l.Sort(log.Comparer().Compare)),
        Change((l, s, log) => l.Sort(1, 2, log.Comparer())),
        Change((l, s, log) => l.Sort(1, 99, log.Comparer())),
        Change((l, s, log) => l.Sort(-1, 1, null)),
        Change((l, s, log) => l.Sort((x, y) => x == 4 ? throw new InvalidTimeZoneException() : y - x)),
        Change((l, s, log) => { foreach (int x in l) l.Sort(); }),
        Change((l, s, log) => { foreach (int x in l) l.AddRange(s); }),
        Change((l, s, log) => { foreach (int x in l) l.AddRange([]); }),
        Change((l, s, log) => { foreach (int x in l) l.RemoveAll(y => y > 99); }),
        Change((l, s, log) => { foreach (int x in l) l.InsertRange(0, []); }),
        Change((l, s, log) => { foreach (int x in l) l.Reverse(0, 1); }),
        Change((l, s, log) => l.ForEach(x => { log.Add($"{x}"); if (x == 4) l.Add(1); })),
    ];

    /// <summary>Sorts a list of many records, whose images under the selectors are equal often: every comparison in its order, and what came of it.</summary>
    public static string Sorted(int[] values, int modulus, Action<List<long>, Comparison<long>> sort)
    {
        var log = new List<string>();
        List<long> list = values.Select((value, i) => (long)value % modulus * 1000 + i).ToList();
        sort(list, (x, y) =>
        {
            log.Add($"{x}:{y}");
            return (x / 1000).CompareTo(y / 1000);
        });
        return string.Join(' ', list) + "\n" + string.Join(' ', log);
    }

    /// <summary>The ways to sort a list.</summary>
    public static IReadOnlyList<Func<int[], string>> Sorts { get; } =
    [
        values => Sorted(values, 7, (list, compare) => list.Sort(compare)),
        values => Sorted(values, 1000, (list, compare) => list.Sort(Comparer<long>.Create(compare))),
        values => Sorted(values, 3, (list, compare) => list.Sort(list.Count / 3, list.Count / 2, Comparer<long>.Create(compare))),
        values => Sorted(values, 50, (list, compare) => list.Sort()),
    ];

    /// <summary>Sorts numbers that do not all compare as people think: minus zero, and what is no number.</summary>
    public static string SortedDoubles(int[] values)
    {
        List<double> list = values.Select(value => (value % 5) switch { 0 => -0.0, 1 => 0.0, 2 => double.NaN, _ => value }).ToList();
        list.Sort();
        return string.Join(' ', list.Select(BitConverter.DoubleToInt64Bits));
    }

    private static Predicate<int> Match(this List<string> log, Func<int, bool> match) => new(log.Call("match", match));

    private static Reader Of(Func<IEnumerable<int>, List<string>, object?> read, [CallerArgumentExpression(nameof(read))] string name = "")
        => new(name["(s, log) => ".Length..], read);

    private static Reader List(Func<List<int>, IEnumerable<int>, List<string>, object?> read, [CallerArgumentExpression(nameof(read))] string name = "")
        => new(name["(l, s, log) => ".Length..], (s, log) => read(s.ToList(), s, log));

    // What an exception leaves of a list is part of the answer.
    private static Reader Change(Action<List<int>, IEnumerable<int>, List<string>> change, [CallerArgumentExpression(nameof(change))] string name = "")
        => new(name["(l, s, log) => ".Length..], (s, log) =>
        {
            List<int> list = s.ToList();
            try
            {
                change(list, s, log);
            }
            finally
            {
                log.Add(string.Join(' ', list));
            }
            return list.Select(x => x).ToList();
        });

    private static class Kept<T>
    {
        internal static T? Value;
    }
}
