namespace Weft.Tests.Operators.Oracle.Async;

internal sealed partial class AsyncPipelineGenerator
{
    private AsyncPipeline Take(AsyncPipeline source, int count)
    {
        int site = sites.Next(source.Collection);
        return Make(source, $"Take({count})", s => Woven.Take<Recording, int>(s, count, site), s => s.Take(count));
    }

    private AsyncPipeline Apply(AsyncPipeline source)
    {
        int n = _random.Next(5);
        int m = _random.Next(1, 5);
        int a = sites.Next(source.Collection);
        int b = sites.Next();
        int c = sites.Next();
        return _random.Next(51) switch
        {
            0 => Make(source, $"Where(x % {m} != 0)", s => Woven.Where<Recording, int>(s, x => x % m != 0, a), s => s.Where(r => r.Value % m != 0)),
            1 => Make(source, $"Where(i % {m} == 0)", s => Woven.Where<Recording, int>(s, (x, i) => i % m == 0, a), s => s.Where((r, i) => i % m == 0)),
            2 => Make(source, $"Where(later x % {m} != 0)", s => Woven.Where<Recording, int>(s, Later((int x) => x % m != 0), a), s => s.Where(r => r.Value % m != 0)),
            3 => Make(source, $"Select(x + {n})", s => Woven.Select<Recording, int, int>(s, x => x + n, a), s => s.Select(r => r.With(r.Value + n))),
            4 => Make(source, "Select(x + i)", s => Woven.Select<Recording, int, int>(s, (x, i) => x + i, a), s => s.Select((r, i) => r.With(r.Value + i))),
            5 => Make(source, $"Select(later x + {n})", s => Woven.Select<Recording, int, int>(s, Later((int x) => x + n), a), s => s.Select(r => r.With(r.Value + n))),
            6 => Make(source, "Cast<int>", s => Woven.Cast<Recording, int>(Woven.Select<Recording, int, object?>(s, x => x, a), b), s => s),
            7 => Make(source, "OfType<int>", s => Woven.OfType<Recording, int>(Woven.Select<Recording, int, object?>(s, x => x % 2 == 0 ? x : "odd", a), b), s => s.Where(r => r.Value % 2 == 0)),
            8 => Take(source, n),
            9 => Make(source, $"Take({n}..{m})", s => Woven.Take<Recording, int>(s, n..m, a), s => s.Take(n..m)),
            10 => Make(source, $"Take(^{n}..)", s => Woven.Take<Recording, int>(s, ^n.., a), s => s.Take(^n..)),
            11 => Make(source, $"Take({n}..^{m})", s => Woven.Take<Recording, int>(s, n..^m, a), s => s.Take(n..^m)),
            12 => Make(source, $"TakeWhile(x < {n + 10})", s => Woven.TakeWhile<Recording, int>(s, x => x < n + 10, a), s => s.TakeWhile(r => r.Value < n + 10)),
            13 => Make(source, $"TakeWhile(later x < {n + 10})", s => Woven.TakeWhile<Recording, int>(s, Later((int x) => x < n + 10), a), s => s.TakeWhile(r => r.Value < n + 10)),
            14 => Make(source, $"TakeLast({n})", s => Woven.TakeLast<Recording, int>(s, n, a), s => s.TakeLast(n)),
            15 => Make(Entered(source), $"Skip({n})", s => Woven.Skip<Recording, int>(s, n, b), s => s.Skip(n)),
            16 => Make(Entered(source), $"Skip({n}).Take({m})", s => Woven.Take<Recording, int>(Woven.Skip<Recording, int>(s, n, b), m, c), s => s.Skip(n).Take(m)),
            17 => Make(source, $"SkipWhile(x < {n + 5})", s => Woven.SkipWhile<Recording, int>(s, x => x < n + 5, a), s => s.SkipWhile(r => r.Value < n + 5)),
            18 => Make(source, $"SkipWhile(later i < {n})", s => Woven.SkipWhile<Recording, int>(s, (x, i, _) => new ValueTask<bool>(i < n), a), s => s.Skip(n)),
            19 => Make(Entered(source), $"SkipLast({n})", s => Woven.SkipLast<Recording, int>(s, n, b), s => s.SkipLast(n)),
            20 => Make(Entered(source), $"DefaultIfEmpty({n})", s => Woven.DefaultIfEmpty<Recording, int>(s, n, b), s => s.DefaultIfEmpty(OracleRecord.Added(n))),
            21 => Make(source, $"Append({n})", s => Woven.Append<Recording, int>(s, n, a), s => s.Append(OracleRecord.Added(n))),
            22 => Make(source, $"Append({n}).Prepend({m})", s => Woven.Prepend<Recording, int>(Woven.Append<Recording, int>(s, n, a), m, b),
                s => s.Append(OracleRecord.Added(n)).Prepend(OracleRecord.Added(m))),
            23 => Make(source, $"Prepend({n})", s => Woven.Prepend<Recording, int>(s, n, a), s => s.Prepend(OracleRecord.Added(n))),
            24 => Make(source, $"OrderBy(x % {m})", s => Woven.OrderBy<Recording, int, int>(s, x => x % m, null, a), s => s.OrderBy(r => r.Value % m)),
            // A second key that suspends fails in .NET 10 itself.
            25 => Make(source, $"OrderByDescending(later x % {m}).ThenBy(async x)", s => Woven.ThenBy<Recording, int, int>(Woven.OrderByDescending<Recording, int, int>(s, Later((int x) => x % m), null, a), (x, _) => new ValueTask<int>(x), null, b),
                s => s.OrderByDescending(r => r.Value % m).ThenBy(r => r.Value)),
            26 => Make(source, $"OrderBy(later x % {m}).ThenByDescending(x)", s => Woven.ThenByDescending<Recording, int, int>(Woven.OrderBy<Recording, int, int>(s, Later((int x) => x % m), null, a), x => x, null, b),
                s => s.OrderBy(r => r.Value % m).ThenByDescending(r => r.Value)),
            27 => Make(source, "Order", s => Woven.Order<Recording, int>(s, null, a), s => s.OrderBy(r => r.Value)),
            28 => Make(source, "OrderDescending", s => Woven.OrderDescending<Recording, int>(s, null, a), s => s.OrderByDescending(r => r.Value)),
            29 => Make(source, "Reverse", s => Woven.Reverse<Recording, int>(s, a), s => s.Reverse()),
            30 => Make(source, "Distinct", s => Woven.Distinct<Recording, int>(s, null, a), s => Distinct(s, r => r.Value)),
            31 => Make(source, $"DistinctBy(later x % {m})", s => Woven.DistinctBy<Recording, int, int>(s, Later((int x) => x % m), null, a), s => Distinct(s, r => r.Value % m)),
            32 => Make(source, $"SelectMany([x, {n}])", s => Woven.SelectMany<Recording, int, int>(s, x => new[] { x, n }, a), s => s.SelectMany(r => new[] { r, r.With(n) })),
            33 => Make(source, $"SelectMany(async [x, {n}])", s => Woven.SelectMany<Recording, int, int>(s, x => AsyncSources.Hopping([x, n]), a), s => s.SelectMany(r => new[] { r, r.With(n) })),
            34 => Make(source, "SelectMany(later [i], x + y)", s => Woven.SelectMany<Recording, int, int, int>(s, (x, i, _) => new ValueTask<IEnumerable<int>>(new List<int> { i }), (x, y, _) => new ValueTask<int>(x + y), a),
                s => s.Select((r, i) => r.With(r.Value + i))),
            35 => Nested(source, a, b),
            36 => Make(source, $"GroupBy(x % {m}).Select(Sum)", s => Woven.Select<Recording, IGrouping<int, int>, int>(Woven.GroupBy<Recording, int, int>(s, x => x % m, null, a), g => g.Sum() % 100, b),
                s => s.GroupBy(r => r.Value % m).Select(g => OracleRecord.Of(g.Sum(r => r.Value) % 100, g))),
            37 => Make(source, $"GroupBy(later x % {m}, (k, g) => Count)", s => Woven.GroupBy<Recording, int, int, int>(s, Later((int x) => x % m), (k, g, _) => new ValueTask<int>(k * 10 + g.Count()), null, a),
                s => s.GroupBy(r => r.Value % m).Select(g => OracleRecord.Of(g.Key * 10 + g.Count(), g))),
            38 => Make(source, $"GroupBy(x % {m}).SelectMany(g)", s => Woven.SelectMany<Recording, IGrouping<int, int>, int>(Woven.GroupBy<Recording, int, int>(s, x => x % m, null, a), g => g, b),
                s => s.GroupBy(r => r.Value % m).SelectMany(g => g.Select(r => OracleRecord.Of(r.Value, g)))),
            39 => Make(source, $"GroupBy(x, x + {n}).Select(First)", s => Woven.Select<Recording, IGrouping<int, int>, int>(Woven.GroupBy<Recording, int, int, int>(s, x => x, x => x + n, null, a), g => g.First(), b),
                s => s.GroupBy(r => r.Value).Select(g => OracleRecord.Of(g.Key + n, g))),
            40 => Make(source, $"CountBy(x % {m})", s => Woven.Select<Recording, KeyValuePair<int, int>, int>(Woven.CountBy<Recording, int, int>(s, x => x % m, null, a), p => p.Key * 10 + p.Value, b),
                s => s.GroupBy(r => r.Value % m).Select(g => OracleRecord.Of(g.Key * 10 + g.Count(), g))),
            41 => Make(source, $"CountBy(later x % {m})", s => Woven.Select<Recording, KeyValuePair<int, int>, int>(Woven.CountBy<Recording, int, int>(s, Later((int x) => x % m), null, a), p => p.Key * 10 + p.Value, b),
                s => s.GroupBy(r => r.Value % m).Select(g => OracleRecord.Of(g.Key * 10 + g.Count(), g))),
            42 => Make(source, $"AggregateBy(x % {m}, {n}, +)", s => Woven.Select<Recording, KeyValuePair<int, int>, int>(Woven.AggregateBy<Recording, int, int, int>(s, x => x % m, n, (sum, x) => sum + x, null, a), p => p.Value, b),
                s => s.GroupBy(r => r.Value % m).Select(g => OracleRecord.Of(n + g.Sum(r => r.Value), g))),
            43 => Make(source, $"AggregateBy(later x % {m}, k, +)", s => Woven.Select<Recording, KeyValuePair<int, int>, int>(
                    Woven.AggregateBy<Recording, int, int, int>(s, Later((int x) => x % m), Later((int k) => k), async (sum, x, _) => { await Task.Yield(); return sum + x; }, null, a), p => p.Value, b),
                s => s.GroupBy(r => r.Value % m).Select(g => OracleRecord.Of(g.Key + g.Sum(r => r.Value), g))),
            44 => Make(source, $"Chunk({m}).Select(Sum)", s => Woven.Select<Recording, int[], int>(Woven.Chunk<Recording, int>(s, m, a), c => c.Sum(), b), s => s.Chunk(m).Select(c => OracleRecord.Of(c.Sum(r => r.Value), c))),
            45 => Make(source, $"Chunk({m}).SelectMany(c)", s => Woven.SelectMany<Recording, int[], int>(Woven.Chunk<Recording, int>(s, m, a), c => c, b),
                s => s.Chunk(m).SelectMany(c => c.Select(r => OracleRecord.Of(r.Value, c)))),
            46 => Make(source, "Index", s => Woven.Select<Recording, (int Index, int Item), int>(Woven.Index<Recording, int>(s, a), p => p.Index + p.Item, b), s => s.Select((r, i) => r.With(r.Value + i))),
            47 => Make(source, "ToListAsync().ToAsyncEnumerable", s => Kept(async () => await Woven.ToListAsync<Recording, int>(s, default, a), b), s => s),
            48 => Make(source, "ToArrayAsync().Reverse().ToAsyncEnumerable", s => Kept(async () => Woven.Reverse<Recording, int>(await Woven.ToArrayAsync<Recording, int>(s, default, a), c), b), s => s.Reverse()),
            49 => Make(source, "ToHashSetAsync().ToAsyncEnumerable", s => Kept(async () => await Woven.ToHashSetAsync<Recording, int>(s, null, default, a), b), s => Distinct(s, r => r.Value)),
            _ => Make(source, $"ToLookupAsync(x % {m}).SelectMany(g)", s => Kept(
                    async () => Woven.SelectMany<Recording, IGrouping<int, int>, int>(await Woven.ToLookupAsync<Recording, int, int>(s, x => x % m, null, default, a), g => g, b), c),
                s => s.GroupBy(r => r.Value % m).SelectMany(g => g.Select(r => OracleRecord.Of(r.Value, g)))),
        };
    }

    // A collection made of the records, and read again. It has to be there before it can be read: these tests have no thread that must not wait.
    private static IAsyncEnumerable<int> Kept(Func<Task<IEnumerable<int>>> make, int site) => Woven.ToAsyncEnumerable<Recording, int>(Task.Run(make).GetAwaiter().GetResult(), site);

    // Inner sequences that are flows of their own.
    private AsyncPipeline Nested(AsyncPipeline source, int a, int b)
    {
        AsyncPipeline inner = Entered(Program(2));
        return new AsyncPipeline(
            $"{source.Text}.SelectMany({inner.Text})",
            new(() => Woven.SelectMany<Recording, int, int, int>(Woven.Select<Recording, int, int>(source.Woven.Value, x => x, a), _ => inner.Woven.Value, (x, y) => x * 7 + y, b)),
            new(() => [.. source.Oracle.Value.SelectMany(r => inner.Oracle.Value.Select(i => OracleRecord.Of(r.Value * 7 + i.Value, [r, i])))]));
    }
}
