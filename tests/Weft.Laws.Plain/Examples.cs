using System.Runtime.CompilerServices;

namespace Weft.Laws;

/// <summary>A call of an operator for its page in the reference.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Text">The call, as it stands in the code.</param>
/// <param name="Run">Makes it; a collection is asked about, a value is kept.</param>
/// <param name="Family">The full name of the type that declares the operator.</param>
public sealed record Example(string Operator, string Text, Func<object?> Run, string Family = "System.Linq.Enumerable");

/// <summary>One call of each operator of LINQ to objects; their lineage is the picture in the operator reference.</summary>
public static class Examples
{
    // What each example reads.
    private static readonly int[] _numbers = [3, 4, 1, 4];
    private static readonly List<int> _others = [4, 5];
    private static readonly object[] _words = ["one", "two"];

    /// <summary>The examples, in the order of the catalog.</summary>
    public static IReadOnlyList<Example> All { get; } =
    [
        Of("Range", (numbers, others, mixed) => Enumerable.Range(1, 3).Select(n => n * n).ToList()),
        Of("Repeat", (numbers, others, mixed) => Enumerable.Repeat("x", 2).Select((text, i) => text + i).ToList()),
        Of("Sequence", (numbers, others, mixed) => Enumerable.Sequence(10, 0, -5).Select(n => n + 1).ToList()),
        Of("InfiniteSequence", (numbers, others, mixed) => Enumerable.InfiniteSequence(1, 2).Take(3).ToList()),
        Of("Empty", (numbers, others, mixed) => Enumerable.Empty<int>().Concat(numbers).ToList()),
        Of("Where", (numbers, others, mixed) => numbers.Where(n => n % 2 == 0).ToList()),
        Of("Select", (numbers, others, mixed) => numbers.Select(n => n * 10).ToList()),
        Of("Index", (numbers, others, mixed) => numbers.Index().ToList()),
        Of("AsEnumerable", (numbers, others, mixed) => numbers.Where(n => n > 3).AsEnumerable().ToList()),
        Of("Cast", (numbers, others, mixed) => mixed.Cast<string>().ToList()),
        Of("OfType", (numbers, others, mixed) => mixed.OfType<string>().ToList()),
        Of("Take", (numbers, others, mixed) => numbers.Take(2).ToList()),
        Of("TakeWhile", (numbers, others, mixed) => numbers.TakeWhile(n => n != 4).ToList()),
        Of("TakeLast", (numbers, others, mixed) => numbers.TakeLast(2).ToList()),
        Of("Skip", (numbers, others, mixed) => numbers.Skip(2).ToList()),
        Of("SkipWhile", (numbers, others, mixed) => numbers.SkipWhile(n => n != 4).ToList()),
        Of("SkipLast", (numbers, others, mixed) => numbers.SkipLast(2).ToList()),
        Of("DefaultIfEmpty", (numbers, others, mixed) => numbers.Where(n => n > 9).DefaultIfEmpty(-1).ToList()),
        Of("Append", (numbers, others, mixed) => numbers.Take(0).Append(7).ToList()),
        Of("Prepend", (numbers, others, mixed) => numbers.Prepend(7).ToList()),
        Of("Concat", (numbers, others, mixed) => numbers.Where(n => n > 9).Concat(others).ToList()),
        Of("Order", (numbers, others, mixed) => numbers.Order().ToList()),
        Of("OrderDescending", (numbers, others, mixed) => numbers.OrderDescending().ToList()),
        Of("OrderBy", (numbers, others, mixed) => numbers.OrderBy(n => -n).ToList()),
        Of("OrderByDescending", (numbers, others, mixed) => numbers.OrderByDescending(n => n % 3).ToList()),
        Of("ThenBy", (numbers, others, mixed) => numbers.OrderBy(n => n % 2).ThenBy(n => n).ToList()),
        Of("ThenByDescending", (numbers, others, mixed) => numbers.OrderBy(n => n % 2).ThenByDescending(n => n).ToList()),
        Of("Reverse", (numbers, others, mixed) => numbers.Select(n => n + 1).Reverse().ToList()),
        Of("Shuffle", (numbers, others, mixed) => numbers.Take(1).Shuffle().ToList()),
        Of("Distinct", (numbers, others, mixed) => numbers.Distinct().ToList()),
        Of("DistinctBy", (numbers, others, mixed) => numbers.DistinctBy(n => n % 2).ToList()),
        Of("Union", (numbers, others, mixed) => numbers.Union(others).ToList()),
        Of("UnionBy", (numbers, others, mixed) => numbers.UnionBy(others, n => n % 5).ToList()),
        Of("Except", (numbers, others, mixed) => numbers.Except(others).ToList()),
        Of("ExceptBy", (numbers, others, mixed) => numbers.ExceptBy([0], n => n % 3).ToList()),
        Of("Intersect", (numbers, others, mixed) => numbers.Intersect(others).ToList()),
        Of("IntersectBy", (numbers, others, mixed) => numbers.IntersectBy(others, n => n + 1).ToList()),
        Of("SelectMany", (numbers, others, mixed) => numbers.SelectMany(n => new[] { n, -n }).ToList()),
        Of("Join", (numbers, others, mixed) => numbers.Join(others, n => n, o => o, (n, o) => n * o).ToList()),
        Of("LeftJoin", (numbers, others, mixed) => numbers.LeftJoin(others, n => n, o => o, (n, o) => n + o).ToList()),
        Of("RightJoin", (numbers, others, mixed) => numbers.RightJoin(others, n => n, o => o, (n, o) => n + o).ToList()),
        Of("GroupJoin", (numbers, others, mixed) => numbers.GroupJoin(others, n => n % 2, o => o % 2, (n, matches) => n + matches.Sum()).ToList()),
        Of("GroupBy", (numbers, others, mixed) => numbers.GroupBy(n => n % 2).ToList()),
        Of("AggregateBy", (numbers, others, mixed) => numbers.AggregateBy(n => n % 2, 0, (sum, n) => sum + n).ToList()),
        Of("CountBy", (numbers, others, mixed) => numbers.CountBy(n => n % 2).ToList()),
        Of("Zip", (numbers, others, mixed) => numbers.Zip(others).ToList()),
        Of("Chunk", (numbers, others, mixed) => numbers.Chunk(2).ToList()),
        Of("Aggregate", (numbers, others, mixed) => Kept<int>.Value = numbers.Where(n => n > 2).Aggregate((product, n) => product * n)),
        Of("Sum", (numbers, others, mixed) => Kept<int>.Value = numbers.Where(n => n > 2).Sum()),
        Of("Average", (numbers, others, mixed) => Kept<double>.Value = numbers.Average(n => n * 2)),
        Of("Count", (numbers, others, mixed) => Kept<int>.Value = numbers.Where(n => n > 2).Count()),
        Of("LongCount", (numbers, others, mixed) => Kept<long>.Value = numbers.LongCount(n => n > 2)),
        Of("Min", (numbers, others, mixed) => Kept<int>.Value = numbers.Min()),
        Of("Max", (numbers, others, mixed) => Kept<int>.Value = numbers.Select(n => -n).Max()),
        Of("MinBy", (numbers, others, mixed) => Kept<int>.Value = numbers.MinBy(n => n % 4)),
        Of("MaxBy", (numbers, others, mixed) => Kept<int>.Value = numbers.MaxBy(n => n % 4)),
        Of("First", (numbers, others, mixed) => Kept<int>.Value = numbers.First(n => n > 3)),
        Of("FirstOrDefault", (numbers, others, mixed) => Kept<int>.Value = numbers.FirstOrDefault(n => n > 9)),
        Of("Last", (numbers, others, mixed) => Kept<int>.Value = numbers.Where(n => n > 1).Last()),
        Of("LastOrDefault", (numbers, others, mixed) => Kept<int>.Value = numbers.LastOrDefault(n => n == 3)),
        Of("Single", (numbers, others, mixed) => Kept<int>.Value = numbers.Single(n => n == 1)),
        Of("SingleOrDefault", (numbers, others, mixed) => Kept<int>.Value = numbers.SingleOrDefault(n => n == 1)),
        Of("ElementAt", (numbers, others, mixed) => Kept<int>.Value = numbers.ElementAt(2)),
        Of("ElementAtOrDefault", (numbers, others, mixed) => Kept<int>.Value = numbers.Skip(1).ElementAtOrDefault(1)),
        Of("ToList", (numbers, others, mixed) => numbers.Where(n => n != 1).ToList()),
        Of("ToArray", (numbers, others, mixed) => numbers.Where(n => n != 1).ToArray()),
        Of("ToDictionary", (numbers, others, mixed) => others.ToDictionary(o => o * 10)),
        Of("ToHashSet", (numbers, others, mixed) => numbers.ToHashSet()),
        Of("ToLookup", (numbers, others, mixed) => numbers.ToLookup(n => n % 2)),
    ];

    private static Example Of(string name, Func<int[], List<int>, object[], object?> run, [CallerArgumentExpression(nameof(run))] string text = "")
        => new(name, text["(numbers, others, mixed) => ".Length..], () => run(_numbers, _others, _words));

    private static class Kept<T>
    {
        internal static T? Value;
    }
}
