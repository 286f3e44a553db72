using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Weft.Laws;

/// <summary>What arrays and immutable arrays do with their own records.</summary>
public static class Arrays
{
    /// <summary>The programs.</summary>
    public static IReadOnlyList<Reader> All { get; } =
    [
        Of((a, s, log) => Array.FindAll(a, log.Match(x => x > 2))),
        Of((a, s, log) => Array.FindAll(a, null!)),
        Of((a, s, log) => Array.FindAll((int[])null!, x => true)),
        Of((a, s, log) => Array.ConvertAll(a, new Converter<int, string>(log.Call("convert", (int x) => x + "!")))),
        Of((a, s, log) => Array.ConvertAll<int, int>(a, null!)),
        Of((a, s, log) => Kept<int>.Value = Array.Find(a, log.Match(x => x > 2))),
        Of((a, s, log) => Kept<int>.Value = Array.FindLast(a, log.Match(x => x > 2))),
        Of((a, s, log) => Kept<int>.Value = Array.FindLast(a, null!)),
        Of((a, s, log) => a.Clone()),
        Change((a, s, log) => Array.Sort(a)),
        Change((a, s, log) => Array.Sort(a, log.Comparer())),
        Change((a, s, log) => Array.Sort(a, log.Comparer().Compare)),
        Change((a, s, log) => Array.Sort(a, (Comparison<int>)null!)),
        Change((a, s, log) => Array.Sort(a, 1, 2)),
        Change((a, s, log) => Array.Sort(a, 1, 2, log.Comparer())),
        Change((a, s, log) => Array.Sort(a, 1, 99, log.Comparer())),
        Change((a, s, log) => Array.Sort(a, -1, 1)),
        Change((a, s, log) => Array.Sort(a, (x, y) => x == 4 ? throw new InvalidTimeZoneException() : y - x)),
        Change((a, s, log) => Array.Sort(s.Select(x => -x).ToArray(), a)),
        Change((a, s, log) => Array.Sort(s.Select(x => -x).ToArray(), a, log.Comparer())),
        Change((a, s, log) => Array.Sort(s.Select(x => -x).ToArray(), a, 1, 2)),
        Change((a, s, log) => Array.Sort(s.Select(x => -x).ToArray(), a, 1, 99, log.Comparer())),
        Change((a, s, log) => Array.Sort(s.Take(2).ToArray(), a)),
        Change((a, s, log) => Array.Sort([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], a)),
        Change((a, s, log) => Array.Sort(a, (string[])null!)),
        Change((a, s, log) => Array.Sort(a, a)),
        Change((a, s, log) => Array.Sort(s.Select(x => -x).ToArray(), a, Comparer<int>.Create((x, y) => x == -4 ? throw new InvalidTimeZoneException() : y - x))),
        Change((a, s, log) => Array.Reverse(a)),
        Change((a, s, log) => Array.Reverse(a, 1, 2)),
        Change((a, s, log) => Array.Reverse(a, 1, 99)),
        Of((a, s, log) => { Array.Resize(ref a, 3); return a; }),
        Of((a, s, log) => { Array.Resize(ref a, 12); return a; }),
        Of((a, s, log) => { Array.Resize(ref a, -1); return a; }),
        Of((a, s, log) => { int[]? none = null; Array.Resize(ref none, 2); return none; }),

        Fixed((a, s, log) => a.Add(7)),
        Fixed((a, s, log) => a.AddRange(s)),
        Fixed((a, s, log) => a.AddRange(s.Where(log.Call("where", (int x) => x > 2)))),
        Fixed((a, s, log) => a.AddRange((IEnumerable<int>)null!)),
        Fixed((a, s, log) => a.AddRange(a)),
        Fixed((a, s, log) => a.AddRange(s.ToArray())),
        Fixed((a, s, log) => a.AddRange(s.ToArray(), 2)),
        Fixed((a, s, log) => a.AddRange(a, 2)),
        Fixed((a, s, log) => a.AddRange((ReadOnlySpan<int>)[1, 2])),
        Fixed((a, s, log) => a.Insert(1, 7)),
        Fixed((a, s, log) => a.Insert(99, 7)),
        Fixed((a, s, log) => a.InsertRange(1, s)),
        Fixed((a, s, log) => a.InsertRange(99, s)),
        Fixed((a, s, log) => a.InsertRange(0, a)),
        Fixed((a, s, log) => a.InsertRange(0, s.ToArray())),
        Fixed((a, s, log) => a.SetItem(1, 7)),
        Fixed((a, s, log) => a.SetItem(99, 7)),
        Fixed((a, s, log) => a.RemoveAt(1)),
        Fixed((a, s, log) => a.RemoveRange(1, 1)),
        Fixed((a, s, log) => a.RemoveRange(1, 99)),
        Fixed((a, s, log) => a.RemoveRange(s.Take(2))),
        Fixed((a, s, log) => a.RemoveRange(s.Take(2), log.Comparer())),
        Fixed((a, s, log) => a.RemoveRange((IEnumerable<int>)null!)),
        Fixed((a, s, log) => a.Remove(4)),
        Fixed((a, s, log) => a.Remove(4, log.Comparer())),
        Fixed((a, s, log) => a.RemoveAll(log.Match(x => x > 2))),
        Fixed((a, s, log) => a.RemoveAll(null!)),
        Fixed((a, s, log) => a.Replace(4, 7)),
        Fixed((a, s, log) => a.Replace(400, 7)),
        Fixed((a, s, log) => a.Slice(1, 2)),
        Fixed((a, s, log) => a[1..]),
        Fixed((a, s, log) => a.Sort()),
        Fixed((a, s, log) => a.Sort(log.Comparer())),
        Fixed((a, s, log) => a.Sort(log.Comparer().Compare)),
        Fixed((a, s, log) => a.Sort(1, 2, null)),
        Fixed((a, s, log) => a.OfType<int>().ToList()),
        Fixed((a, s, log) => a.OfType<string>().ToList()),
        Fixed((a, s, log) => default(ImmutableArray<int>).Add(1)),
        Fixed((a, s, log) => default(ImmutableArray<int>).AddRange(s)),
        Fixed((a, s, log) => default(ImmutableArray<int>).RemoveAll(x => true)),
    ];

    private static Predicate<int> Match(this List<string> log, Func<int, bool> match) => new(log.Call("match", match));

    private static Reader Of(Func<int[], IEnumerable<int>, List<string>, object?> read, [CallerArgumentExpression(nameof(read))] string name = "")
        => new(name["(a, s, log) => ".Length..], (s, log) => read(s.ToArray(), s, log));

    private static Reader Fixed(Func<ImmutableArray<int>, IEnumerable<int>, List<string>, object?> read, [CallerArgumentExpression(nameof(read))] string name = "")
        => new("immutable: " + name["(a, s, log) => ".Length..], (s, log) => read(s.ToImmutableArray(), s, log));

    // What an exception leaves of an array is part of the answer.
    private static Reader Change(Action<int[], IEnumerable<int>, List<string>> change, [CallerArgumentExpression(nameof(change))] string name = "")
        => new(name["(a, s, log) => ".Length..], (s, log) =>
        {
            int[] array = s.ToArray();
            try
            {
                change(array, s, log);
            }
            finally
            {
                log.Add(string.Join(' ', array));
            }
            return array.Select(x => x).ToList();
        });

    private static class Kept<T>
    {
        internal static T? Value;
    }
}
