namespace Weft.Tests.Operators.Oracle.Parallel;

internal sealed partial class ParallelPipelineGenerator
{
    private ParallelPipeline Combine(ParallelPipeline first, ParallelPipeline second)
    {
        int m = _random.Next(1, 5);
        int a = sites.Next();
        return _random.Next(isOrdered ? 9 : 5) switch
        {
            0 => Make(first, WithoutBarrier(second), "Concat", (s, t) => Woven.Concat<Recording, int>(s, t, a), (s, t) => s.Concat(t)),
            1 => Make(first, second, $"Join(x % {m})", (s, t) => Woven.Join<Recording, int, int, int, int>(s, t, x => x % m, y => y % m, (x, y) => x * 3 + y, a),
                (s, t) => s.Join(t, x => x.Value % m, y => y.Value % m, (x, y) => OracleRecord.Of(x.Value * 3 + y.Value, [x, y]))),
            2 => Make(first, second, "Join(x, default)", (s, t) => Woven.Join<Recording, int, int, int, int>(s, t, x => x, y => y, (x, y) => x + y, EqualityComparer<int>.Default, a),
                (s, t) => s.Join(t, x => x.Value, y => y.Value, (x, y) => OracleRecord.Of(x.Value + y.Value, [x, y]))),
            3 => Make(first, second, $"GroupJoin(x % {m}, Sum)", (s, t) => Woven.GroupJoin<Recording, int, int, int, int>(s, t, x => x % m, y => y % m, (x, ys) => x + ys.Sum(), a),
                (s, t) => s.GroupJoin(t, x => x.Value % m, y => y.Value % m, (x, ys) => OracleRecord.Of(x.Value + ys.Sum(y => y.Value), ys.Prepend(x)))),
            4 => Nested(first, second),
            5 => Make(first, second, "Zip(x + y)", (s, t) => Woven.Zip<Recording, int, int, int>(s, t, (x, y) => x + y, a), (s, t) => s.Zip(t, (x, y) => OracleRecord.Of(x.Value + y.Value, [x, y]))),
            6 when IsWitnessKnown(first, second) => Make(first, second, "Union", (s, t) => Woven.Union<Recording, int>(s, t, a), (s, t) => Witness(s.Concat(t))),
            7 when IsWitnessKnown(first) => Make(first, second, "Except", (s, t) => Woven.Except<Recording, int>(s, t, null, a), (s, t) => Witness(s.Where(r => t.All(u => u.Value != r.Value)))),
            8 when IsWitnessKnown(first) && IsWitnessKnown(second) => Make(first, second, "Intersect", (s, t) => Woven.Intersect<Recording, int>(s, t, EqualityComparer<int>.Default, a),
                (s, t) => Witness(s).Join(Witness(t), r => r.Value, r => r.Value, (r, u) => OracleRecord.Of(r.Value, [r, u]))),
            _ => first,
        };
    }

    private ParallelPipeline Apply(ParallelPipeline source)
    {
        int n = _random.Next(5);
        int m = _random.Next(1, 5);
        int a = sites.Next();
        int b = sites.Next();
        int c = sites.Next();
        return _random.Next(isOrdered ? 34 : 21) switch
        {
            0 => Make(source, $"Where(x % {m} != 0)", s => Woven.Where<Recording, int>(s, x => x % m != 0, a), s => s.Where(r => r.Value % m != 0)),
            1 => Make(source, $"Select(x + {n})", s => Woven.Select<Recording, int, int>(s, x => x + n, a), s => s.Select(r => r.With(r.Value + n))),
            2 => Make(source, "Cast<int>", s => Woven.Cast<Recording, int>(Woven.Select<Recording, int, object?>(s, x => x, a), b), s => s),
            3 => Make(source, "OfType<int>", s => Woven.OfType<Recording, int>(Woven.Select<Recording, int, object?>(s, x => x % 2 == 0 ? x : "odd", a), b), s => s.Where(r => r.Value % 2 == 0)),
            4 => Make(source, $"DefaultIfEmpty({n})", s => Woven.DefaultIfEmpty<Recording, int>(s, n, a), s => s.DefaultIfEmpty(OracleRecord.Added(n))),
            5 when CanBeSorted(source) => Make(source, $"OrderBy(x % {m}).ThenBy(x)", s => Woven.ThenBy<Recording, int, int>(Woven.OrderBy<Recording, int, int>(s, x => x % m, a), x => x, b), s => s.OrderBy(r => r.Value % m).ThenBy(r => r.Value)),
            6 => Make(source, $"SelectMany([x, {n}])", s => Woven.SelectMany<Recording, int, int>(s, x => new[] { x, n }, a), s => s.SelectMany(r => new[] { r, r.With(n) })),
            7 => Make(source, "SelectMany(List, x + y)", s => Woven.SelectMany<Recording, int, int, int>(s, x => new List<int> { 1, x }, (x, y) => x + y, a), s => s.SelectMany(r => new[] { r.With(r.Value + 1), r.With(2 * r.Value) })),
            8 => Make(source, $"SelectMany(Where, x * y)", s => Woven.SelectMany<Recording, int, int, int>(s, x => Enumerable.Range(0, m).Where(y => y != x), (x, y) => x * y, a),
                s => s.SelectMany(r => Enumerable.Range(0, m).Where(y => y != r.Value).Select(y => r.With(r.Value * y)))),
            9 => Make(source, $"GroupBy(x % {m}).Select(Sum)", s => Woven.Select<Recording, IGrouping<int, int>, int>(Woven.GroupBy<Recording, int, int>(s, x => x % m, a), g => g.Sum() % 100, b),
                s => s.GroupBy(r => r.Value % m).Select(g => OracleRecord.Of(g.Sum(r => r.Value) % 100, g))),
            10 => Make(source, $"GroupBy(x % {m}, (k, g) => Count)", s => Woven.GroupBy<Recording, int, int, int>(s, x => x % m, (k, g) => k * 10 + g.Count(), a),
                s => s.GroupBy(r => r.Value % m).Select(g => OracleRecord.Of(g.Key * 10 + g.Count(), g))),
            11 => Make(source, $"GroupBy(x % {m}).SelectMany(g)", s => Woven.SelectMany<Recording, IGrouping<int, int>, int>(Woven.GroupBy<Recording, int, int>(s, x => x % m, a), g => g, b),
                s => s.GroupBy(r => r.Value % m).SelectMany(g => g.Select(r => OracleRecord.Of(r.Value, g)))),
            12 => Make(source, $"GroupBy(x, x + {n}).SelectMany(g.Where)", s => Woven.SelectMany<Recording, IGrouping<int, int>, int>(
                    Woven.GroupBy<Recording, int, int, int>(s, x => x, x => x + n, EqualityComparer<int>.Default, a), g => Woven.Where<Recording, int>(g, x => x % 2 == 0, b), c),
                s => s.GroupBy(r => r.Value).SelectMany(g => g.Where(r => (r.Value + n) % 2 == 0).Select(r => OracleRecord.Of(r.Value + n, g)))),
            13 => Make(source, "AsSequential.Where.AsParallel", s => Again(Woven.Where<Recording, int>(Woven.Select<Recording, int, int>(s, x => x, c).AsSequential(), x => x != n, a), b, c), s => s.Where(r => r.Value != n)),
            14 => Make(source, "ToList.AsParallel", s => Again(Woven.ToList<Recording, int>(s, a), b, c), s => s),
            15 => Make(source, "ToArray.AsParallel", s => Again(Woven.ToArray<Recording, int>(s, a), b, c), s => s),
            16 when !isOrdered => Make(source, $"ToLookup(x % {m}).SelectMany(g)", s => Woven.SelectMany<Recording, IGrouping<int, int>, int>(Again(Woven.ToLookup<Recording, int, int>(s, x => x % m, a), b, c), g => g, c),
                s => s.GroupBy(r => r.Value % m).SelectMany(g => g.Select(r => OracleRecord.Of(r.Value, g)))),
            17 when CanBeSorted(source) => Make(source, "OrderByDescending(x)", s => Woven.OrderByDescending<Recording, int, int>(s, x => x, Comparer<int>.Default, a), s => s.OrderByDescending(r => r.Value)),
            18 => Make(source, "ToArray(Select list).SelectMany", s => Again(Woven.SelectMany<Recording, List<int>, int>(Woven.ToArray<Recording, List<int>>(
                    Woven.GroupBy<Recording, int, int, List<int>>(s, x => x % m, (_, g) => Woven.ToList<Recording, int>(g, a), b), c), list => list, a), b, c),
                s => s.GroupBy(r => r.Value % m).SelectMany(g => g.Select(r => OracleRecord.Of(r.Value, g)))),
            19 => Make(source, "foreach.AsParallel", s => Again(ByLoop(s, a), b, c), s => s),
            20 when !isOrdered => Make(source, "ToDictionary(i).AsParallel", s => Woven.Select<Recording, KeyValuePair<int, int>, int>(Again(ToDictionary(s, a), b, c), pair => pair.Value, a), s => s),
            21 => Make(source, $"Where(i % {m} == 0)", s => Woven.Where<Recording, int>(s, (x, i) => i % m == 0, a), s => s.Where((r, i) => i % m == 0)),
            22 => Make(source, "Select(x + i)", s => Woven.Select<Recording, int, int>(s, (x, i) => x + i, a), s => s.Select((r, i) => r.With(r.Value + i))),
            23 => Make(source, $"Take({n + 3})", s => Woven.Take<Recording, int>(s, n + 3, a), s => s.Take(n + 3)),
            24 => Make(source, $"Skip({n})", s => Woven.Skip<Recording, int>(s, n, a), s => s.Skip(n)),
            25 => Make(source, $"TakeWhile(x < {n + 10})", s => Woven.TakeWhile<Recording, int>(s, x => x < n + 10, a), s => s.TakeWhile(r => r.Value < n + 10)),
            26 => Make(source, $"SkipWhile(i < {n})", s => Woven.SkipWhile<Recording, int>(s, (x, i) => i < n, a), s => s.Skip(n)),
            27 => Make(source, "Reverse", s => Woven.Reverse<Recording, int>(s, a), s => s.Reverse()),
            28 when IsWitnessKnown(source) => Make(source, "Distinct", s => Woven.Distinct<Recording, int>(s, a), Witness),
            29 => Make(source, "SelectMany([i], x + y)", s => Woven.SelectMany<Recording, int, int, int>(s, (x, i) => new[] { i }, (x, y) => x + y, a), s => s.Select((r, i) => r.With(r.Value + i))),
            30 when CanBeSorted(source) => Make(source, "OrderBy(-x)", s => Woven.OrderBy<Recording, int, int>(s, x => -x, a), s => s.OrderBy(r => -r.Value)),
            31 when CanBeSorted(source) => Make(source, $"OrderByDescending(x % {m}).ThenByDescending(x)", s => Woven.ThenByDescending<Recording, int, int>(Woven.OrderByDescending<Recording, int, int>(s, x => x % m, a), x => x, null, b),
                s => s.OrderByDescending(r => r.Value % m).ThenByDescending(r => r.Value)),
            32 => Make(source, $"TakeWhile(i < {n + 3})", s => Woven.TakeWhile<Recording, int>(s, (x, i) => i < n + 3, a), s => s.Take(n + 3)),
            _ => Make(source, $"SkipWhile(x > {n})", s => Woven.SkipWhile<Recording, int>(s, x => x > n, a), s => s.SkipWhile(r => r.Value > n)),
        };
    }

    // What takes, skips, groups or joins waits for all partitions. PLINQ's own query hangs where one that takes or skips stands behind a Concat in whose
    // second part another waits: a partition that has got enough never comes there.
    private ParallelPipeline WithoutBarrier(ParallelPipeline source)
    {
        if (!isOrdered) return source; // nothing takes or skips
        int a = sites.Next();
        int b = sites.Next();
        int c = sites.Next();
        return Make(source, "ToArray.AsParallel", s => Again(Woven.ToArray<Recording, int>(s, a), b, c), s => s);
    }

    // PLINQ's sort is not stable: of records with equal keys it leaves open which comes first.
    private bool CanBeSorted(ParallelPipeline source) => !isOrdered || IsDistinct(source.Oracle.Value);

    // PLINQ keeps of equal values the one that a partition meets first, in an ordered query, too.
    private bool IsWitnessKnown(params ParallelPipeline[] sources) => keepsAllWitnesses || IsDistinct([.. sources.SelectMany(source => source.Oracle.Value)]);

    private static bool IsDistinct(IReadOnlyList<OracleRecord> records) => records.Select(r => r.Value).Distinct().Count() == records.Count;

    // What was read sequentially, or made a collection, read in parallel again.
    private ParallelQuery<T> Again<T>(IEnumerable<T> records, int a, int b)
    {
        ParallelQuery<T> query = Woven.AsParallel<Recording, T>(records, a);
        return isOrdered ? Woven.AsOrdered<Recording, T>(query, b) : query;
    }

    private static Dictionary<int, int> ToDictionary(ParallelQuery<int> query, int site)
    {
        int next = 0;
        return Woven.ToDictionary<Recording, int, int, int>(query, _ => next++, x => x, site);
    }

    // What the weaver makes of `foreach (int value in query) list.Add(value);`.
    private static List<int> ByLoop(ParallelQuery<int> query, int site)
    {
        var list = new List<int>();
        LoopSource? source = null;
        using IEnumerator<int> records = Woven.GetEnumerator<Recording, int>(query, site);
        while (records.MoveNext())
        {
            int value = records.Current;
            Woven.Add<Recording, int>(list, value, Woven.RecordOf<Recording, int>(records, ref source, site), site);
        }
        return list;
    }

    // Inner sequences that are queries of their own.
    private ParallelPipeline Nested(ParallelPipeline source, ParallelPipeline inner)
    {
        int a = sites.Next();
        int b = sites.Next();
        return new ParallelPipeline(
            $"{source.Text}.SelectMany({inner.Text})",
            new(() =>
            {
                List<int> list = Woven.ToList<Recording, int>(inner.Woven.Value, b);
                return Woven.SelectMany<Recording, int, int, int>(source.Woven.Value, _ => list, (x, y) => x * 7 + y, a);
            }),
            new(() => [.. source.Oracle.Value.SelectMany(r => inner.Oracle.Value.Select(i => OracleRecord.Of(r.Value * 7 + i.Value, [r, i])))]));
    }
}
