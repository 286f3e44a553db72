using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;

namespace Weft.Laws;

/// <summary>What makes collections of sequences, and what immutable ones do with their records.</summary>
public static class Collections
{
    /// <summary>The programs.</summary>
    public static IReadOnlyList<Reader> All { get; } =
    [
        Of((s, log) => new HashSet<int>(s)),
        Of((s, log) => new HashSet<int>(s, log.Comparer())),
        Of((s, log) => new HashSet<int>(s).Capacity),
        Of((s, log) => new HashSet<int>(s.ToHashSet())),
        Of((s, log) => new HashSet<int>((IEnumerable<int>)null!)),
        Of((s, log) => new Dictionary<int, int>(s.Select(log.Call("pair", (int x) => KeyValuePair.Create(x, -x))))),
        Of((s, log) => new Dictionary<int, int>(s.Distinct().Select(x => KeyValuePair.Create(x, -x)), log.Comparer())),
        Of((s, log) => new Dictionary<int, int>(s.Distinct().ToDictionary(x => x))),
        Of((s, log) => new Dictionary<int, int>(s.Distinct().ToDictionary(x => x), log.Comparer())),
        Of((s, log) => new Dictionary<int, int>(s.Distinct().ToDictionary(x => x).ToList())),
        Of((s, log) => new Dictionary<int, int>((IDictionary<int, int>)null!)),
        Of((s, log) => new Queue<int>(s)),
        Of((s, log) => new Queue<int>(s.ToList())),
        Of((s, log) => new Stack<int>(s)),
        Of((s, log) => new Stack<int>(s.ToArray())),
        Of((s, log) => new LinkedList<int>(s)),
        Of((s, log) => new LinkedList<int>((IEnumerable<int>)null!)),
        Of((s, log) => new SortedSet<int>(s)),
        Of((s, log) => new SortedSet<int>(s, log.Comparer())),
        Of((s, log) => new SortedSet<int>(s.ToList(), log.Comparer())),
        Of((s, log) => new SortedSet<int>((IEnumerable<int>)null!)),
        Of((s, log) => new ObservableCollection<int>(s)),
        Of((s, log) => new ObservableCollection<int>(s.ToList())),

        Of((s, log) => s.ToImmutableArray()),
        Of((s, log) => ImmutableArray.CreateRange(s)),
        Of((s, log) => ImmutableArray.CreateRange<int>(null!)),
        Of((s, log) => ImmutableArray.Create(s.ToArray())),
        Of((s, log) => ImmutableArray.Create(s.ToArray(), 1, 2)),
        Of((s, log) => ImmutableArray.Create(s.ToArray(), -1, 2)),
        Of((s, log) => ImmutableArray.Create((int[])null!)),
        Array((a, log) => ImmutableArray.Create(a, 1, 2)),
        Array((a, log) => ImmutableArray.Create(a, 0, a.Length)),
        Array((a, log) => ImmutableArray.CreateRange(a, log.Call("select", (int x) => x * 2))),
        Array((a, log) => ImmutableArray.CreateRange(a, 1, 2, log.Call("select", (int x) => x * 2))),
        Array((a, log) => ImmutableArray.CreateRange(a, log.Call("select", (int x, int y) => x * y), 3)),
        Array((a, log) => ImmutableArray.CreateRange(a, 1, 2, log.Call("select", (int x, int y) => x * y), 3)),
        Array((a, log) => ImmutableArray.CreateRange(a, (Func<int, int>)null!)),
        Array((a, log) => a.ToImmutableArray().Equals(a)),
        Array((a, log) => a.Select(log.Call("select", (int x) => x * 2)).ToList()),
        Array((a, log) => a.Select((Func<int, int>)null!)),
        Array((a, log) => a.Where(log.Call("where", (int x) => x > 2)).ToList()),
        Array((a, log) => a.Where(null!)),
        Array((a, log) => a.SelectMany(log.Call("many", (int x) => (IEnumerable<int>)[x, -x]), log.Call("result", (int x, int y) => x + y)).ToList()),
        Array((a, log) => a.SelectMany<int, int, int>(null!, (x, y) => x)),
        Array((a, log) => a.Aggregate(log.Call("fold", (int x, int y) => x * 3 + y))),
        Array((a, log) => Kept<int>.Value = a.Aggregate(log.Call("fold", (int x, int y) => x * 3 + y))),
        Array((a, log) => Kept<long>.Value = a.Aggregate(7L, log.Call("fold", (long x, int y) => x * 3 + y))),
        Array((a, log) => Kept<string>.Value = a.Aggregate("", log.Call("fold", (string x, int y) => x + y), log.Call("result", (string x) => x + "!"))),
        Array((a, log) => Kept<int>.Value = a.First()),
        Array((a, log) => Kept<int>.Value = a.First(log.Call("p", (int x) => x > 3))),
        Array((a, log) => Kept<int>.Value = a.First(log.Call("p", (int x) => x > 300))),
        Array((a, log) => Kept<int>.Value = a.First(null!)),
        Array((a, log) => Kept<int>.Value = a.FirstOrDefault()),
        Array((a, log) => Kept<int>.Value = a.FirstOrDefault(log.Call("p", (int x) => x > 300))),
        Array((a, log) => Kept<int>.Value = a.Last()),
        Array((a, log) => Kept<int>.Value = a.Last(log.Call("p", (int x) => x > 3))),
        Array((a, log) => Kept<int>.Value = a.LastOrDefault()),
        Array((a, log) => Kept<int>.Value = a.LastOrDefault(log.Call("p", (int x) => x > 3))),
        Array((a, log) => Kept<int>.Value = a.Single()),
        Array((a, log) => Kept<int>.Value = a.Single(log.Call("p", (int x) => x == 9))),
        Array((a, log) => Kept<int>.Value = a.SingleOrDefault()),
        Array((a, log) => Kept<int>.Value = a.SingleOrDefault(log.Call("p", (int x) => x == 1))),
        Array((a, log) => Kept<int>.Value = a.ElementAt(1)),
        Array((a, log) => Kept<int>.Value = a.ElementAt(-1)),
        Array((a, log) => Kept<int>.Value = a.ElementAtOrDefault(100)),
        Array((a, log) => a.ToArray()),
        Array((a, log) => a.ToDictionary(log.Call("key", (int x) => x))),
        Array((a, log) => a.ToDictionary(log.Call("key", (int x) => x), log.Call("element", (int x) => -x), log.Comparer())),
        Array((a, log) => a.ToDictionary((Func<int, int>)null!)),
        Array((a, log) => a.OrderBy(log.Call("key", (int x) => x)).Skip(1).ToList()),
        Array((a, log) => ((IEnumerable<int>)a).Reverse().ToList()),
        Array((a, log) => default(ImmutableArray<int>).Select(x => x)),
        Array((a, log) => default(ImmutableArray<int>).Where(x => true)),
        Array((a, log) => default(ImmutableArray<int>).ToArray()),
        Array((a, log) => Kept<int>.Value = default(ImmutableArray<int>).First()),
        Array((a, log) => ((IEnumerable<int>)default(ImmutableArray<int>)).Select(x => x).ToList()),

        Of((s, log) => s.ToImmutableList()),
        Of((s, log) => s.ToImmutableList().ToImmutableList()),
        Of((s, log) => ImmutableList.CreateRange(s)),
        Of((s, log) => ImmutableList.CreateRange<int>(null!)),
        Of((s, log) => s.ToImmutableHashSet()),
        Of((s, log) => s.ToImmutableHashSet(log.Comparer())),
        Of((s, log) => ImmutableHashSet.CreateRange(log.Comparer(), s)),
        Of((s, log) => s.ToList().ToImmutableHashSet(log.Comparer())),
        Of((s, log) => s.ToImmutableSortedSet()),
        Of((s, log) => s.ToImmutableSortedSet(log.Comparer())),
        Of((s, log) => ImmutableSortedSet.CreateRange(log.Comparer(), s)),
        Of((s, log) => s.ToImmutableDictionary(log.Call("key", (int x) => x))),
        Of((s, log) => s.ToImmutableDictionary(log.Call("key", (int x) => x), log.Comparer())),
        Of((s, log) => s.ToImmutableDictionary(log.Call("key", (int x) => x), log.Call("element", (int x) => x % 2))),
        Of((s, log) => s.ToImmutableDictionary(log.Call("key", (int x) => x), log.Call("element", (int x) => x % 2), log.Comparer(), log.Comparer())),
        Of((s, log) => s.ToImmutableDictionary((Func<int, int>)null!)),
        Of((s, log) => s.Select(x => KeyValuePair.Create(x, x % 2)).ToImmutableDictionary()),
        Of((s, log) => ImmutableDictionary.CreateRange(log.Comparer(), s.Distinct().Select(x => KeyValuePair.Create(x, x % 2)))),
        Of((s, log) => s.ToImmutableSortedDictionary(log.Call("key", (int x) => x), log.Call("element", (int x) => x % 2), log.Comparer())),
        Of((s, log) => s.ToImmutableSortedDictionary(log.Call("key", (int x) => x), log.Call("element", (int x) => x % 2))),
        Of((s, log) => s.Select(x => KeyValuePair.Create(x, x % 2)).ToImmutableSortedDictionary()),
        Of((s, log) => ImmutableSortedDictionary.CreateRange(s.Distinct().Select(x => KeyValuePair.Create(x, x % 2)))),
        Of((s, log) => ImmutableQueue.CreateRange(s)),
        Of((s, log) => ImmutableStack.CreateRange(s)),
        Of((s, log) => s.ToFrozenSet()),
        Of((s, log) => s.ToFrozenSet(log.Comparer())),
        Of((s, log) => s.ToList().ToFrozenSet().ToFrozenSet()),
        Of((s, log) => s.ToFrozenDictionary(log.Call("key", (int x) => x))),
        Of((s, log) => s.Distinct().ToFrozenDictionary(log.Call("key", (int x) => x), log.Call("element", (int x) => x % 2))),
        Of((s, log) => s.Select(x => KeyValuePair.Create(x % 5, x)).ToFrozenDictionary()),
        Of((s, log) => s.Distinct().ToFrozenDictionary(log.Call("key", (int x) => x)).Keys.Where(x => x > 2).ToList()),
        Of((s, log) => s.ToFrozenDictionary((Func<int, int>)null!)),
    ];

    private static Reader Of(Func<IEnumerable<int>, List<string>, object?> read, [CallerArgumentExpression(nameof(read))] string name = "")
        => new(name["(s, log) => ".Length..], read);

    private static Reader Array(Func<ImmutableArray<int>, List<string>, object?> read, [CallerArgumentExpression(nameof(read))] string name = "")
        => new(name["(a, log) => ".Length..], (s, log) => read(s.ToImmutableArray(), log));

    private static class Kept<T>
    {
        internal static T? Value;
    }
}
