using System.Runtime.CompilerServices;

namespace Weft.Laws;

/// <summary>A program of asynchronous LINQ over one source.</summary>
/// <param name="Name">The call, as it stands in the code.</param>
/// <param name="Run">Runs it; the answer is a value or a collection.</param>
public sealed record AsyncProgram(string Name, Func<IAsyncEnumerable<int>, List<string>, CancellationToken, Task<object?>> Run);

/// <summary>Every asynchronous operator that makes a sequence, and the readers.</summary>
public static class AsyncPrograms
{
    /// <summary>The operators, each to be read in several ways.</summary>
    public static IReadOnlyList<(string Name, Func<IAsyncEnumerable<int>, List<string>, IAsyncEnumerable<object?>> Apply)> Operators { get; } =
    [
        Of((s, log) => s.Where(log.Call("where", (int x) => x % 2 == 0))),
        Of((s, log) => s.Where(log.Call("where", (int x, int i) => i != 1))),
        Of((s, log) => s.Where(async (x, _) => { await Task.Yield(); log.Add($"where({x})"); return x != 4; })),
        Of((s, log) => s.Select(log.Call("select", (int x) => x * 10)).Where(log.Call("where", (int x) => x > 20))),
        Of((s, log) => s.Select(async (x, i, _) => { await Task.Yield(); log.Add($"select({x})"); return x + i; })),
        Of((s, log) => s.Select(log.Call("box", (int x) => x % 2 == 0 ? (object)x : "text")).OfType<int>()),
        Of((s, log) => s.Select(log.Call("box", (int x) => x % 2 == 0 ? (object)x : "text")).Cast<int>()),
        Of((s, log) => s.Take(3)), Of((s, log) => s.Take(0)), Of((s, log) => s.Take(1..4)), Of((s, log) => s.Take(^3..)), Of((s, log) => s.Take(1..^2)),
        Of((s, log) => s.TakeLast(2)), Of((s, log) => s.Skip(2)), Of((s, log) => s.Skip(0)), Of((s, log) => s.SkipLast(2)),
        Of((s, log) => s.TakeWhile(log.Call("while", (int x) => x < 5))), Of((s, log) => s.SkipWhile(log.Call("while", (int x) => x < 5))),
        Of((s, log) => s.Append(7)), Of((s, log) => s.Prepend(7)), Of((s, log) => s.DefaultIfEmpty(7)), Of((s, log) => s.Concat(s)), Of((s, log) => s.Reverse()), Of((s, log) => s.Index()),
        Of((s, log) => s.Distinct(log.Comparer())), Of((s, log) => s.DistinctBy(log.Call("key", (int x) => x % 4), log.Comparer())),
        Of((s, log) => s.Union(s, log.Comparer())), Of((s, log) => s.Except(new[] { 4 }.ToAsyncEnumerable(), log.Comparer())), Of((s, log) => s.Intersect(s, log.Comparer())),
        Of((s, log) => s.OrderBy(log.Call("key", (int x) => x), log.Comparer()).ThenByDescending(log.Call("then", (int x) => x))), Of((s, log) => s.OrderDescending(log.Comparer())),
        Of((s, log) => s.SelectMany(log.Call("many", (int x) => new[] { x, x + 1 }))), Of((s, log) => s.SelectMany(log.Call("many", (int x) => (int[])null!))),
        Of((s, log) => s.SelectMany(log.Call("many", (int x) => s.Take(2)))), Of((s, log) => s.SelectMany((x, _) => new ValueTask<IEnumerable<int>>(new List<int> { x }), (x, y, _) => new ValueTask<int>(x + y))),
        Of((s, log) => s.GroupBy(log.Call("key", (int x) => x % 3), log.Comparer())), Of((s, log) => s.GroupBy(log.Call("key", (int x) => x % 3), log.Call("result", (int k, IEnumerable<int> g) => g.GetType().Name + g.Count()))),
        Of((s, log) => s.CountBy(log.Call("key", (int x) => x % 3), log.Comparer())), Of((s, log) => s.AggregateBy(log.Call("key", (int x) => x % 3), 0, log.Call("fold", (int x, int y) => x + y))),
        Of((s, log) => s.Chunk(3)), Of((s, log) => s.Zip(s.Skip(1))), Of((s, log) => s.Zip(s, s)), Of((s, log) => s.Zip(s, log.Call("zip", (int x, int y) => x * y))),
        Of((s, log) => s.Join(s, log.Call("outer", (int x) => x), log.Call("inner", (int x) => x), log.Call("join", (int x, int y) => x * y), log.Comparer())),
        Of((s, log) => s.LeftJoin(s.Skip(3), log.Call("outer", (int x) => x), log.Call("inner", (int x) => x), log.Call("join", (int x, int y) => x * y))),
        Of((s, log) => s.RightJoin(s.Take(3), log.Call("outer", (int x) => x), log.Call("inner", (int x) => x), log.Call("join", (int x, int y) => x * y))),
        Of((s, log) => s.GroupJoin(s.Take(3), log.Call("outer", (int x) => x), log.Call("inner", (int x) => x), log.Call("join", (int x, IEnumerable<int> ys) => $"{ys.GetType().Name} {ys.Count()}"), log.Comparer())),
        Of((s, log) => s.Where((Func<int, bool>)null!)), Of((s, log) => s.Chunk(0)), Of((s, log) => s.Concat(null!)), Of((s, log) => s.OrderBy((Func<int, int>)null!)),
    ];

    /// <summary>Readers that give a collection or a value.</summary>
    public static IReadOnlyList<AsyncProgram> Readers { get; } =
    [
        Read(async (s, log, token) => await s.ToArrayAsync(token)), Read(async (s, log, token) => await s.ToHashSetAsync(log.Comparer(), token)),
        Read(async (s, log, token) => await s.ToDictionaryAsync(log.Call("key", (int x) => x), cancellationToken: token)), Read(async (s, log, token) => await s.ToLookupAsync(log.Call("key", (int x) => x % 2), log.Comparer(), token)),
        Read(async (s, log, token) => Kept<int>.Value = await s.CountAsync(log.Call("p", (int x) => x % 2 == 0), token)), Read(async (s, log, token) => Kept<int>.Value = await s.SumAsync(token)),
        Read(async (s, log, token) => Kept<double>.Value = await s.AverageAsync(token)), Read(async (s, log, token) => Kept<int>.Value = await s.AggregateAsync(log.Call("fold", (int x, int y) => x * 3 + y), token)),
        Read(async (s, log, token) => Kept<int>.Value = await s.FirstAsync(log.Call("p", (int x) => x > 3), token)), Read(async (s, log, token) => Kept<int>.Value = await s.FirstOrDefaultAsync(log.Call("p", (int x) => x > 100), 99, token)),
        Read(async (s, log, token) => Kept<int>.Value = await s.LastAsync(token)), Read(async (s, log, token) => Kept<int>.Value = await s.SingleOrDefaultAsync(token)),
        Read(async (s, log, token) => Kept<int>.Value = await s.ElementAtAsync(-1, token)), Read(async (s, log, token) => Kept<int>.Value = await s.ElementAtOrDefaultAsync(^2, token)),
        Read(async (s, log, token) => Kept<int>.Value = await s.MinAsync(log.Comparer(), token)), Read(async (s, log, token) => Kept<double>.Value = await s.Select(x => x == 4 ? double.NaN : x).MaxAsync(cancellationToken: token)),
        Read(async (s, log, token) => Kept<string?>.Value = await s.Select(x => x % 2 == 0 ? null : x.ToString()).MinAsync(cancellationToken: token)), Read(async (s, log, token) => Kept<int>.Value = await s.MaxByAsync(log.Call("key", (int x) => x), log.Comparer(), token)),
        Read(async (s, log, token) => Kept<string?>.Value = await s.Select(x => x.ToString()).MinByAsync(log.Call("key", (string x) => x.Length), cancellationToken: token)), Read(async (s, log, token) => await s.AnyAsync(token)),
        Read(async (s, log, token) => await s.CountAsync((Func<int, bool>)null!, token)), Read(async (s, log, token) => await s.ToLookupAsync((Func<int, int>)null!, cancellationToken: token)),
    ];

    private static (string Name, Func<IAsyncEnumerable<int>, List<string>, IAsyncEnumerable<object?>> Apply) Of<T>(
        Func<IAsyncEnumerable<int>, List<string>, IAsyncEnumerable<T>> apply, [CallerArgumentExpression(nameof(apply))] string name = "")
        => (name["(s, log) => ".Length..], (s, log) => Watched(apply(s, log), log).Select(x => (object?)x));

    // Says whether the sequence is its own enumerator, before anybody reads it and while somebody does, and leaves it as it was.
    private static IAsyncEnumerable<T> Watched<T>(IAsyncEnumerable<T> sequence, List<string> log)
    {
        IAsyncEnumerator<T> first = sequence.GetAsyncEnumerator(), second = sequence.GetAsyncEnumerator();
        log.Add($"{ReferenceEquals(first, sequence)} {ReferenceEquals(second, sequence)} {ReferenceEquals(first, second)}");
        first.DisposeAsync().GetAwaiter().GetResult(); // at once, since nobody has read
        second.DisposeAsync().GetAwaiter().GetResult();
        return sequence;
    }

    private static AsyncProgram Read(Func<IAsyncEnumerable<int>, List<string>, CancellationToken, Task<object?>> read, [CallerArgumentExpression(nameof(read))] string name = "") => new(name, read);

    private static class Kept<T>
    {
        internal static T? Value;
    }
}
