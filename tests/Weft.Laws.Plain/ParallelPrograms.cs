using System.Runtime.CompilerServices;

namespace Weft.Laws;

/// <summary>A program of PLINQ over one source.</summary>
/// <param name="Name">The call, as it stands in the code.</param>
/// <param name="Run">Runs it; the answer is a value or a collection.</param>
public sealed record ParallelProgram(string Name, Func<ParallelQuery<int>, object?> Run);

/// <summary>Every operator of PLINQ that makes a query, and the readers.</summary>
public static class ParallelPrograms
{
    private static readonly Modulo _modulo = new();

    /// <summary>How a sequence becomes a query, from most ordinary on.</summary>
    public static IReadOnlyList<(string Name, Func<IEnumerable<int>, ParallelQuery<int>> Apply)> Starts { get; } =
    [
        Start(s => s.AsParallel()),
        Start(s => s.AsParallel().AsOrdered()),
        Start(s => s.AsParallel().WithDegreeOfParallelism(1)),
        Start(s => s.AsParallel().AsOrdered().WithDegreeOfParallelism(1)),
        Start(s => s.AsParallel().WithDegreeOfParallelism(7).WithExecutionMode(ParallelExecutionMode.ForceParallelism)),
        Start(s => s.AsParallel().AsOrdered().WithDegreeOfParallelism(7).WithExecutionMode(ParallelExecutionMode.ForceParallelism)),
        Start(s => s.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).WithCancellation(CancellationToken.None)),
        Start(s => s.Where(x => x > 1).AsParallel().AsOrdered()),
        Start(s => s.Where(x => x > 1).AsParallel()),
        Start(s => s.Select(x => x + 1).ToList().AsParallel().AsOrdered()),
        Start(s => System.Collections.Concurrent.Partitioner.Create(s).AsParallel().AsOrdered()),
        Start(s => System.Collections.Concurrent.Partitioner.Create(s.ToArray(), true).AsParallel()),
        Start(s => ((System.Collections.IEnumerable)s).AsParallel().AsOrdered().Cast<int>()),
        Start(s => s.AsParallel().WithCancellation(new CancellationToken(true))),
    ];

    /// <summary>The operators, each to be read in several ways.</summary>
    public static IReadOnlyList<(string Name, Func<ParallelQuery<int>, ParallelQuery<object?>> Apply)> Operators { get; } =
    [
        Of(s => s), Of(s => s.Where(x => x % 2 == 0)), Of(s => s.Where((x, i) => x > 0 && i >= 0)), Of(s => s.Select(x => x * 10).Where(x => x > 20)), Of(s => s.Select((x, i) => x + 0 * i)),
        Of(s => from x in s where x > 1 select x * x), Of(s => s.Select(x => x % 2 == 0 ? (object)x : "text").OfType<int>()), Of(s => s.Select(x => (object)x).Cast<int>()), Of(s => s.Select(x => x % 2 == 0 ? (object)x : "text").Cast<int>()),
        Of(s => s.Select(x => x).Cast<int>()), Of(s => s.Take(100)), Of(s => s.Take(0)), Of(s => s.Skip(0)), Of(s => s.Skip(100)), Of(s => s.TakeWhile(x => x < 100)), Of(s => s.TakeWhile((x, i) => i < 100)),
        Of(s => s.SkipWhile(x => x > 100)), Of(s => s.SkipWhile((x, i) => i < 0)), Of(s => s.DefaultIfEmpty()), Of(s => s.Where(x => x > 100).DefaultIfEmpty(7)), Of(s => s.Concat(s)), Of(s => s.Reverse()),
        Of(s => s.Distinct()), Of(s => s.Select(x => x % 3).Distinct(_modulo)), Of(s => s.Union(s.Select(x => x + 1))), Of(s => s.Select(x => x % 3).Union(s.Select(x => x % 3), _modulo)),
        Of(s => s.Except(s.Where(x => x > 3))), Of(s => s.Select(x => x % 3).Except(s.Where(x => x == 3), _modulo)), Of(s => s.Intersect(s.Where(x => x > 2))), Of(s => s.Select(x => x % 3).Intersect(s, _modulo)),
        Of(s => s.Select(x => x % 2 == 0 ? null : "odd").Intersect(s.Select(x => (string?)null))), Of(s => s.Select(x => x % 2 == 0 ? null : "odd").Distinct()), Of(s => s.Select(x => x % 2 == 0 ? null : "odd").GroupBy(x => x, x => 1)),
        Of(s => s.OrderBy(x => x % 4).ThenByDescending(x => x)), Of(s => s.OrderByDescending(x => x, Comparer<int>.Create((x, y) => y.CompareTo(x))).ThenBy(x => x)), Of(s => s.OrderBy(x => -x).Select(x => x + 1).Where(x => x > 2)),
        Of(s => s.OrderBy(x => x % 2, Comparer<int>.Default).ThenBy(x => x, Comparer<int>.Default)), Of(s => s.OrderByDescending(x => x % 3).ThenByDescending(x => x, Comparer<int>.Default).Take(2)),
        Of(s => s.SelectMany(x => new[] { x, x + 1 })), Of(s => s.SelectMany(x => new List<int> { x }, (x, y) => x * y)), Of(s => s.SelectMany((x, i) => Enumerable.Range(x, 2))), Of(s => s.SelectMany((x, i) => new HashSet<int> { x }, (x, y) => x + y)),
        Of(s => s.SelectMany(x => (int[])null!)), Of(s => from x in s from y in new[] { 1, 2 } where y < x select x * y), Of(s => s.GroupBy(x => x % 3).SelectMany(g => g)), Of(s => s.GroupBy(x => x % 3, x => -x).SelectMany(g => g, (g, x) => g.Key + x)),
        Of(s => s.GroupBy(x => x % 3)), Of(s => s.GroupBy(x => x % 3, _modulo).Select(g => g.Count())), Of(s => s.GroupBy(x => x % 3, x => x * 2)), Of(s => s.GroupBy(x => x % 3, x => x * 2, _modulo)),
        Of(s => s.GroupBy(x => x % 3, (k, g) => k + g.Sum())), Of(s => s.GroupBy(x => x % 3, (k, g) => k + g.Max(), _modulo)), Of(s => s.GroupBy(x => x % 3, x => x, (k, g) => k + g.Min())), Of(s => s.GroupBy(x => x % 3, x => x, (k, g) => g.ToList().Count, _modulo)),
        Of(s => s.Zip(s.Select(x => 1), (x, y) => x * y)), Of(s => s.Join(s, x => x, x => x, (x, y) => x * y)), Of(s => s.Join(s.Where(x => x > 2), x => x, x => x, (x, y) => x + y, _modulo)), Of(s => from x in s join y in s on x equals y + 1 select (x, y)),
        Of(s => s.GroupJoin(s, x => x, x => x + 1, (x, ys) => x + ys.Count())), Of(s => s.GroupJoin(s.Where(x => x > 2), x => x, x => x, (x, ys) => x + ys.Sum(), _modulo)), Of(s => from x in s join y in s on x equals y into ys select ys.ToArray()),
        Of(s => s.AsUnordered().Select(x => x)), Of(s => s.AsSequential().Where(x => x > 1).AsParallel()), Of(s => s.AsEnumerable().Select(x => x + 1).AsParallel().AsOrdered()), Of(s => s.Where(x => x > 2).AsOrdered()), Of(s => s.WithDegreeOfParallelism(2).WithDegreeOfParallelism(2)),
        Of(s => s.Select(x => 6 / (x - 4))), Of(s => s.Where(x => x / (x - 4) > 0)), Of(s => s.OrderBy(x => 1 / (x - 4))), Of(s => s.GroupBy(x => 1 / (x - 4))), Of(s => s.Distinct(new Throwing())),
        Of(s => s.Where((Func<int, bool>)null!)), Of(s => s.Select((Func<int, int>)null!)), Of(s => s.Concat((ParallelQuery<int>)null!)), Of(s => s.OrderBy((Func<int, int>)null!)), Of(s => s.GroupBy((Func<int, int>)null!)), Of(s => s.WithDegreeOfParallelism(0)),
        Of(s => s.SelectMany((Func<int, IEnumerable<int>>)null!)), Of(s => ((ParallelQuery<int>)null!).Where(x => true)), Of(s => ((IEnumerable<int>)null!).AsParallel()), Of(s => s.Zip((ParallelQuery<int>)null!, (x, y) => x)), Of(s => ParallelEnumerable.Range(1, -1)),
        Of(s => ParallelEnumerable.Range(0, 16).AsOrdered().Intersect(s, _modulo)), Of(s => ParallelEnumerable.Range(3, 5).AsOrdered()), Of(s => ParallelEnumerable.Repeat(3, 5)), Of(s => ParallelEnumerable.Empty<int>()), Of(s => ParallelEnumerable.Range(3, 5).Concat(s)),
    ];

    /// <summary>Readers that give a collection or a value.</summary>
    public static IReadOnlyList<ParallelProgram> Readers { get; } =
    [
        Read(s => s.ToArray()), Read(s => s.ToList()), Read(s => s.ToDictionary(x => x)), Read(s => s.Distinct().ToDictionary(x => x, x => x + 1)), Read(s => s.Distinct().ToDictionary(x => x, x => x + 1, EqualityComparer<int>.Default)),
        Read(s => s.Distinct().ToDictionary(x => x, EqualityComparer<int>.Default)), Read(s => s.ToDictionary(x => 1 / (x - x))), Read(s => s.ToLookup(x => x % 3)), Read(s => s.ToLookup(x => x % 3, x => x.ToString())),
        Read(s => s.ToLookup(x => x % 3, _modulo)), Read(s => s.ToLookup(x => x % 3, x => x, _modulo)[7]), Read(s => s.ToLookup(x => x % 3).Contains(1)), Read(s => s.ToHashSet()), Read(s => s.AsSequential().ToList()), Read(s => s.AsEnumerable().ToArray()), Read(s => new List<int>(s)),
        Read(s => ReferenceEquals(s.Select(x => x).AsSequential(), s)), Read(s => s.AsEnumerable().Cast<int>() is ParallelQuery<int>), Read(s => s.Select(x => x).AsEnumerable() is ParallelQuery<int>), Read(s => Loop(s)), Read(s => Sequence(s)), Read(s => Current(s.Select(x => x))), Read(s => Current(s)), Read(s => Again(s)),
        Read(s => Again(ParallelEnumerable.Range(3, 5))), Read(s => Again(ParallelEnumerable.Repeat(3, 5))), Read(s => Current(ParallelEnumerable.Range(3, 5))),
        Read(s => Kept<int>.Value = s.Count()), Read(s => Kept<int>.Value = s.Count(x => x > 2)), Read(s => Kept<long>.Value = s.LongCount()), Read(s => Kept<long>.Value = s.LongCount(x => x > 2)), Read(s => Kept<int>.Value = s.Sum()), Read(s => Kept<long>.Value = s.Sum(x => (long)x)),
        Read(s => Kept<int>.Value = s.Sum(x => int.MaxValue)), Read(s => Kept<double?>.Value = s.Sum(x => x > 2 ? x : (double?)null)), Read(s => Kept<double>.Value = s.Average()), Read(s => Kept<decimal?>.Value = s.Average(x => x > 100 ? x : (decimal?)null)),
        Read(s => Kept<int>.Value = s.Min()), Read(s => Kept<int>.Value = s.Max()), Read(s => Kept<double>.Value = s.Min(x => x == 4 ? double.NaN : x)), Read(s => Kept<double>.Value = s.Max(x => x == 4 ? double.NaN : x)), Read(s => Kept<string?>.Value = s.Select(x => x % 2 == 0 ? null : x.ToString()).Min()),
        Read(s => Kept<string?>.Value = s.Max(x => x.ToString())), Read(s => Kept<int?>.Value = s.Max(x => x > 100 ? x : (int?)null)), Read(s => Kept<int>.Value = s.Aggregate((x, y) => x + y)), Read(s => Kept<int>.Value = s.Aggregate(1, (x, y) => x + y)),
        Read(s => Kept<string?>.Value = s.Aggregate(1, (x, y) => x + y, x => x.ToString())), Read(s => Kept<int>.Value = s.Aggregate(0, (x, y) => x + y, (x, y) => x + y, x => -x)), Read(s => Kept<int>.Value = s.Aggregate(() => 0, (x, y) => x + y, (x, y) => x + y, x => -x)),
        Read(s => Kept<int>.Value = s.OrderBy(x => x).First()), Read(s => Kept<int>.Value = s.First(x => x == 4)), Read(s => Kept<int>.Value = s.FirstOrDefault(x => x > 100)), Read(s => Kept<int>.Value = s.OrderBy(x => x).Last()), Read(s => Kept<int>.Value = s.Last(x => x == 4)),
        Read(s => Kept<int>.Value = s.LastOrDefault(x => x > 100)), Read(s => Kept<int>.Value = s.Single()), Read(s => Kept<int>.Value = s.Single(x => x == 4)), Read(s => Kept<int>.Value = s.SingleOrDefault()), Read(s => Kept<int>.Value = s.SingleOrDefault(x => x == 4)),
        Read(s => Kept<int>.Value = s.OrderBy(x => x).ElementAt(2)), Read(s => Kept<int>.Value = s.ElementAt(-1)), Read(s => Kept<int>.Value = s.ElementAtOrDefault(100)), Read(s => s.Any()), Read(s => s.Any(x => x > 3)), Read(s => s.All(x => x > 3)), Read(s => s.Contains(4)),
        Read(s => s.Contains(4, _modulo)), Read(s => s.AsSequential().SequenceEqual(s)), Read(s => Act(s)), Read(s => s.GroupBy(x => x % 3).Count(g => g.ToList().Count > 1)), Read(s => s.GroupBy(x => x % 3).All(g => g.Any())), Read(s => s.Count((Func<int, bool>)null!)),
        Read(s => s.First((Func<int, bool>)null!)), Read(s => s.Min((Func<int, int>)null!)), Read(s => s.ToDictionary((Func<int, int>)null!)), Read(s => s.ToLookup((Func<int, int>)null!)), Read(s => { s.ForAll(null!); return 0; }), Read(s => Kept<int>.Value = s.Sum((Func<int, int>)null!)),
        Read(s => s.Zip(s, (x, y) => x).Count()), Read(s => string.Join(",", s.OrderBy(x => x))), Read(s => s.OrderBy(x => x).Zip(Enumerable.Range(0, 4)).ToList()),
    ];

    private static List<int> Loop(ParallelQuery<int> query)
    {
        var list = new List<int>();
        foreach (int x in query) list.Add(x * 2);
        return list;
    }

    private static List<int> Sequence(IEnumerable<int> sequence)
    {
        var list = new List<int>();
        foreach (int x in sequence) list.Add(x * 2);
        return list;
    }

    private static int Current(ParallelQuery<int> query)
    {
        using IEnumerator<int> records = query.GetEnumerator();
        return records.Current;
    }

    private static List<int> Again(ParallelQuery<int> query)
    {
        var list = new List<int>();
        using IEnumerator<int> records = query.GetEnumerator();
        while (records.MoveNext()) list.Add(records.Current);
        records.Reset();
        while (records.MoveNext()) list.Add(records.Current);
        return list;
    }

    private static int Act(ParallelQuery<int> query)
    {
        int sum = 0;
        query.GroupBy(x => x % 3).ForAll(g => Interlocked.Add(ref sum, g.Sum()));
        query.ForAll(x => Interlocked.Add(ref sum, x));
        return sum;
    }

    private static (string Name, Func<IEnumerable<int>, ParallelQuery<int>> Apply) Start(Func<IEnumerable<int>, ParallelQuery<int>> apply, [CallerArgumentExpression(nameof(apply))] string name = "") => (name["s => ".Length..], apply);

    private static (string Name, Func<ParallelQuery<int>, ParallelQuery<object?>> Apply) Of<T>(Func<ParallelQuery<int>, ParallelQuery<T>> apply, [CallerArgumentExpression(nameof(apply))] string name = "")
        => (name["s => ".Length..], s => apply(s).Select(x => (object?)x));

    private static ParallelProgram Read(Func<ParallelQuery<int>, object?> read, [CallerArgumentExpression(nameof(read))] string name = "") => new(name["s => ".Length..], read);

    private static class Kept<T>
    {
        internal static T? Value;
    }

    private sealed class Modulo : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => x % 3 == y % 3;

        public int GetHashCode(int value) => value % 3;
    }

    private sealed class Throwing : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => throw new InvalidTimeZoneException("The comparer broke off.");

        public int GetHashCode(int value) => 0;
    }
}
