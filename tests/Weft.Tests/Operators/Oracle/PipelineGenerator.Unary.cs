namespace Weft.Tests.Operators.Oracle;

internal sealed partial class PipelineGenerator
{
    private Pipeline Take(Pipeline source, int count)
    {
        int site = sites.Next(source);
        return Make(source, $"Take({count})", s => Woven.Take<Recording, int>(s, count, site), s => s.Take(count));
    }

    private Pipeline Apply(Pipeline source, Func<OperatorChoice, IReadOnlySet<int>> among)
    {
        int n = _random.Next(5);
        int m = _random.Next(1, 5);
        int a = sites.Next(source);
        int b = sites.Next();
        return Chosen(UnaryOperators, among) switch
        {
            0 => Make(source, $"Where(x % {m} != 0)", s => Woven.Where<Recording, int>(s, x => x % m != 0, a), s => s.Where(r => r.Value % m != 0)),
            1 => Make(source, $"Where(i % {m} == 0)", s => Woven.Where<Recording, int>(s, (x, i) => i % m == 0, a), s => s.Where((r, i) => i % m == 0)),
            2 => Make(source, $"Select(x + {n})", s => Woven.Select<Recording, int, int>(s, x => x + n, a), s => s.Select(r => r.With(r.Value + n))),
            3 => Make(source, "Select(x + i)", s => Woven.Select<Recording, int, int>(s, (x, i) => x + i, a), s => s.Select((r, i) => r.With(r.Value + i))),
            4 => Make(source, $"Where(x > {n}).Select(x * 2 % 50)", s => Woven.Select<Recording, int, int>(Woven.Where<Recording, int>(s, x => x > n, a), x => x * 2 % 50, b),
                s => s.Where(r => r.Value > n).Select(r => r.With(r.Value * 2 % 50))),
            5 => Make(source, "Cast<int>", s => Woven.Cast<Recording, int>(Woven.Select<Recording, int, object>(s, x => x, a), b), s => s),
            6 => Make(source, "OfType<int>", s => Woven.OfType<Recording, int>(Woven.Select<Recording, int, object>(s, x => x % 2 == 0 ? x : "odd", a), b), s => s.Where(r => r.Value % 2 == 0)),
            7 => Take(source, n),
            8 => Make(source, $"Take({n}..{m})", s => Woven.Take<Recording, int>(s, n..m, a), s => s.Take(n..m)),
            9 => Make(source, $"Take(^{n}..)", s => Woven.Take<Recording, int>(s, ^n.., a), s => s.Take(^n..)),
            10 => Make(source, $"Take({n}..^{m})", s => Woven.Take<Recording, int>(s, n..^m, a), s => s.Take(n..^m)),
            11 => Make(source, $"TakeWhile(x < {n + 10})", s => Woven.TakeWhile<Recording, int>(s, x => x < n + 10, a), s => s.TakeWhile(r => r.Value < n + 10)),
            12 => Make(source, $"TakeWhile(i < {n})", s => Woven.TakeWhile<Recording, int>(s, (x, i) => i < n, a), s => s.TakeWhile((r, i) => i < n)),
            13 => Make(source, $"TakeLast({n})", s => Woven.TakeLast<Recording, int>(s, n, a), s => s.TakeLast(n)),
            14 => Make(source, $"Skip({n})", s => Woven.Skip<Recording, int>(s, n, a), s => s.Skip(n)),
            15 => Make(source, $"Skip({n}).Take({m})", s => Woven.Take<Recording, int>(Woven.Skip<Recording, int>(s, n, a), m, b), s => s.Skip(n).Take(m)),
            16 => Make(source, $"SkipWhile(x < {n + 5})", s => Woven.SkipWhile<Recording, int>(s, x => x < n + 5, a), s => s.SkipWhile(r => r.Value < n + 5)),
            17 => Make(source, $"SkipLast({n})", s => Woven.SkipLast<Recording, int>(s, n, a), s => s.SkipLast(n)),
            18 => Make(Entered(source), $"DefaultIfEmpty({n})", s => Woven.DefaultIfEmpty<Recording, int>(s, n, a), s => s.DefaultIfEmpty(OracleRecord.Added(n))),
            19 => Make(source, $"Append({n})", s => Woven.Append<Recording, int>(s, n, a), s => s.Append(OracleRecord.Added(n))),
            20 => Make(source, $"Append({n}).Prepend({m})", s => Woven.Prepend<Recording, int>(Woven.Append<Recording, int>(s, n, a), m, b),
                s => s.Append(OracleRecord.Added(n)).Prepend(OracleRecord.Added(m))),
            21 => Make(source, $"Prepend({n})", s => Woven.Prepend<Recording, int>(s, n, a), s => s.Prepend(OracleRecord.Added(n))),
            22 => Make(source, $"OrderBy(x % {m})", s => Woven.OrderBy<Recording, int, int>(s, x => x % m, a), s => s.OrderBy(r => r.Value % m)),
            23 => Make(source, $"OrderByDescending(x % {m}).ThenBy(x)", s => Woven.ThenBy<Recording, int, int>(Woven.OrderByDescending<Recording, int, int>(s, x => x % m, a), x => x, b),
                s => s.OrderByDescending(r => r.Value % m).ThenBy(r => r.Value)),
            24 => Make(source, $"OrderBy(x % {m}).ThenByDescending(x)", s => Woven.ThenByDescending<Recording, int, int>(Woven.OrderBy<Recording, int, int>(s, x => x % m, a), x => x, b),
                s => s.OrderBy(r => r.Value % m).ThenByDescending(r => r.Value)),
            25 => Make(source, $"OrderBy(x).Skip({n}).Take({m})", s => Woven.Take<Recording, int>(Woven.Skip<Recording, int>(Woven.OrderBy<Recording, int, int>(s, x => x, a), n, b), m, b),
                s => s.OrderBy(r => r.Value).Skip(n).Take(m)),
            26 => Make(source, "Reverse", s => Woven.Reverse<Recording, int>(s, a), s => s.Reverse()),
            27 => Make(source, "Distinct", s => Woven.Distinct<Recording, int>(s, a), s => Distinct(s, r => r.Value)),
            28 => Make(source, $"DistinctBy(x % {m})", s => Woven.DistinctBy<Recording, int, int>(s, x => x % m, a), s => Distinct(s, r => r.Value % m)),
            29 => Make(source, $"SelectMany([x, {n}])", s => Woven.SelectMany<Recording, int, int>(s, x => [x, n], a), s => s.SelectMany(r => new[] { r, r.With(n) })),
            30 => Nested(source, a, b),
            31 => Make(source, "SelectMany([i], x + y)", s => Woven.SelectMany<Recording, int, int, int>(s, (x, i) => new List<int> { i }, (x, y) => x + y, a), s => s.Select((r, i) => r.With(r.Value + i))),
            32 => Make(source, $"GroupBy(x % {m}).Select(Sum)", s => Woven.Select<Recording, IGrouping<int, int>, int>(Woven.GroupBy<Recording, int, int>(s, x => x % m, a), g => g.Sum() % 100, b),
                s => s.GroupBy(r => r.Value % m).Select(g => OracleRecord.Of(g.Sum(r => r.Value) % 100, g))),
            33 => Make(source, $"GroupBy(x % {m}, (k, g) => Count)", s => Woven.GroupBy<Recording, int, int, int>(s, x => x % m, (k, g) => k * 10 + g.Count(), a),
                s => s.GroupBy(r => r.Value % m).Select(g => OracleRecord.Of(g.Key * 10 + g.Count(), g))),
            34 => Make(source, $"GroupBy(x % {m}).SelectMany(g)", s => Woven.SelectMany<Recording, IGrouping<int, int>, int>(Woven.GroupBy<Recording, int, int>(s, x => x % m, a), g => g, b),
                s => s.GroupBy(r => r.Value % m).SelectMany(g => g.Select(r => OracleRecord.Of(r.Value, g)))),
            35 => Make(source, $"GroupBy(x % {m}, x + 1).Select(Last of them)", s => Woven.Select<Recording, IGrouping<int, int>, int>(
                Woven.GroupBy<Recording, int, int, int>(s, x => x % m, x => x + 1, a), g => Woven.Last<Recording, int>(g, b), b),
                s => s.GroupBy(r => r.Value % m).Select(g => OracleRecord.Of(g.Last().Value + 1, g))),
            36 => Make(source, $"Chunk({m}).Select(Sum)", s => Woven.Select<Recording, int[], int>(Woven.Chunk<Recording, int>(s, m, a), c => c.Sum() % 100, b),
                s => s.Chunk(m).Select(c => OracleRecord.Of(c.Sum(r => r.Value) % 100, c))),
            37 => Make(source, $"Chunk({m}).SelectMany(c)", s => Woven.SelectMany<Recording, int[], int>(Woven.Chunk<Recording, int>(s, m, a), c => c, b),
                s => s.Chunk(m).SelectMany(c => c.Select(r => OracleRecord.Of(r.Value, c)))),
            38 => Make(source, "ToList", s => Woven.ToList<Recording, int>(s, a), s => s),
            39 => Make(source, "ToArray", s => Woven.ToArray<Recording, int>(s, a), s => s),
            40 => Make(source, "ToHashSet", s => Woven.ToHashSet<Recording, int>(s, a), s => Distinct(s, r => r.Value)),
            41 => Make(source, "DistinctBy(x).ToDictionary.Values", s => Woven.ToDictionary<Recording, int, int>(Woven.DistinctBy<Recording, int, int>(s, x => x, a), x => x, b).Values, s => Distinct(s, r => r.Value)),
            42 => Make(source, "Distinct.ToDictionary.Keys", s => Woven.ToDictionary<Recording, int, int>(Woven.Distinct<Recording, int>(s, a), x => x, b).Keys, s => Distinct(s, r => r.Value)),
            43 => Make(source, "Distinct.ToDictionary.Select", s => Woven.Select<Recording, KeyValuePair<int, int>, int>(
                Woven.ToDictionary<Recording, int, int, int>(Woven.Distinct<Recording, int>(s, a), x => x, x => x + 1, b), pair => pair.Value, b), s => Distinct(s, r => r.Value).Select(r => r.With(r.Value + 1))),
            44 => Make(source, $"ToLookup(x % {m}).SelectMany(g)", s => Woven.SelectMany<Recording, IGrouping<int, int>, int>(Woven.ToLookup<Recording, int, int>(s, x => x % m, a), g => g, b),
                s => s.GroupBy(r => r.Value % m).SelectMany(g => g.Select(r => OracleRecord.Of(r.Value, g)))),
            45 => Make(source, $"ToLookup(x % {m})[0].Select", s => Woven.Select<Recording, int, int>(Woven.ToLookup<Recording, int, int>(s, x => x % m, a)[0], x => x + 1, b),
                s => s.Where(r => r.Value % m == 0).Select(r => r.With(r.Value + 1))),
            46 => Changed(source, a),
            47 => Make(source, $"Select.Skip({n})", s => Woven.Skip<Recording, int>(Woven.Select<Recording, int, int>(s, x => x + 1, a), n, b), s => s.Skip(n).Select(r => r.With(r.Value + 1))),
            48 => Make(source, $"Reverse.Take({n})", s => Woven.Take<Recording, int>(Woven.Reverse<Recording, int>(s, a), n, b), s => s.Reverse().Take(n)),
            49 => Make(source, $"OrderBy(x % {m}).Select(x + 1)", s => Woven.Select<Recording, int, int>(Woven.OrderBy<Recording, int, int>(s, x => x % m, a), x => x + 1, b),
                s => s.OrderBy(r => r.Value % m).Select(r => r.With(r.Value + 1))),
            50 => Make(source, "a covariant sequence", s => Woven.Select<Recording, object, int>(Woven.Select<Recording, int, string>(s, x => x.ToString(), a), text => int.Parse((string)text), b), s => s),
            51 => Make(source, "Index", s => Woven.Select<Recording, (int Index, int Item), int>(Woven.Index<Recording, int>(s, a), pair => pair.Item + pair.Index, b),
                s => s.Select((r, i) => r.With(r.Value + i))),
            52 => Make(source, "Order", s => Woven.Order<Recording, int>(s, a), s => s.OrderBy(r => r.Value)),
            53 => Make(source, "OrderDescending", s => Woven.OrderDescending<Recording, int>(s, a), s => s.OrderByDescending(r => r.Value)),
            54 => Make(source, "OrderDescending.Skip.Take", s => Woven.Take<Recording, int>(Woven.Skip<Recording, int>(Woven.OrderDescending<Recording, int>(s, null, a), n, b), m, b),
                s => s.OrderByDescending(r => r.Value).Skip(n).Take(m)),
            55 => Make(source, $"Except([{n}, {m}])", s => Woven.Except<Recording, int>(s, [n, m], a), s => Distinct(s.Where(r => r.Value != n && r.Value != m), r => r.Value)),
            56 => Make(source, $"ExceptBy([1], x % {m})", s => Woven.ExceptBy<Recording, int, int>(s, [1], x => x % m, a), s => Distinct(s.Where(r => r.Value % m != 1), r => r.Value % m)),
            57 => Make(Entered(source), "Intersect(1 to 9)", s => Woven.Intersect<Recording, int>(s, Enumerable.Range(1, 9), b), s => Distinct(s.Where(r => r.Value is >= 1 and <= 9), r => r.Value)),
            58 => Make(Entered(source), $"IntersectBy([1, 2], x % {m})", s => Woven.IntersectBy<Recording, int, int>(s, new HashSet<int> { 1, 2 }, x => x % m, b),
                s => Distinct(s.Where(r => r.Value % m is 1 or 2), r => r.Value % m)),
            59 => Make(source, $"AggregateBy(x % {m})", s => Woven.Select<Recording, KeyValuePair<int, int>, int>(
                Woven.AggregateBy<Recording, int, int, int>(s, x => x % m, 1, (sum, x) => (sum * 3 + x) % 100, null, a), pair => pair.Value, b),
                s => s.GroupBy(r => r.Value % m).Select(g => OracleRecord.Of(g.Aggregate(1, (sum, r) => (sum * 3 + r.Value) % 100), g))),
            60 => Make(source, $"AggregateBy(x % {m}, seeds)", s => Woven.Select<Recording, KeyValuePair<int, int>, int>(
                Woven.AggregateBy<Recording, int, int, int>(s, x => x % m, key => key, (sum, x) => sum + x, null, a), pair => pair.Value % 100, b),
                s => s.GroupBy(r => r.Value % m).Select(g => OracleRecord.Of((g.Key + g.Sum(r => r.Value)) % 100, g))),
            61 => Make(source, $"CountBy(x % {m})", s => Woven.Select<Recording, KeyValuePair<int, int>, int>(Woven.CountBy<Recording, int, int>(s, x => x % m, null, a), pair => pair.Key * 10 + pair.Value, b),
                s => s.GroupBy(r => r.Value % m).Select(g => OracleRecord.Of(g.Key * 10 + g.Count(), g))),
            62 => Make(source, "DistinctBy(x).Shuffle.Order", s => Woven.Order<Recording, int>(Woven.Shuffle<Recording, int>(Woven.DistinctBy<Recording, int, int>(s, x => x, a), b), b),
                s => Distinct(s, r => r.Value).OrderBy(r => r.Value)),
            63 => Make(source, "Take(1).Shuffle.Take(1)", s => Woven.Take<Recording, int>(Woven.Shuffle<Recording, int>(Woven.Take<Recording, int>(s, 1, a), b), 1, b), s => s.Take(1)),
            64 => Make(source, "Where(Contains(x))", s => Woven.Where<Recording, int>(s, x => Woven.Contains<Recording, int>(Woven.Select<Recording, int, int>([1, 2, 3, 5, 8], y => y * m, b), x, b), a),
                s => s.Where(r => new[] { 1, 2, 3, 5, 8 }.Any(y => y * m == r.Value))),
            65 => Make(source, "Where(Any)", s => Woven.Where<Recording, int>(s, x => Woven.Any<Recording, int>(Woven.Where<Recording, int>([1, 2, 3], y => y * m == x, b), b), a),
                s => s.Where(r => new[] { 1, 2, 3 }.Any(y => y * m == r.Value))),
            _ => Make(source, "Select by a nested count", s => Woven.Select<Recording, int, int>(s, x => Woven.Count<Recording, int>(Woven.Where<Recording, int>([1, 2, 3, 4], y => y < x, b), b), a),
                s => s.Select(r => r.With(Enumerable.Range(1, 4).Count(y => y < r.Value)))),
        };
    }

    // The inner sequence is another flow of the program, read again for each outer record.
    private Pipeline Nested(Pipeline source, int a, int b)
    {
        Pipeline inner = Entered(_made.Count > 0 ? _made[_random.Next(_made.Count)] : Collection());
        return Make(source, inner, "SelectMany(where equal mod 3 in)",
            (s, i) => Woven.SelectMany<Recording, int, int>(s, x => Woven.Where<Recording, int>(i, y => y % 3 == x % 3, b), a),
            (s, i) => s.SelectMany(r => i.Where(y => y.Value % 3 == r.Value % 3).Select(y => OracleRecord.Of(y.Value, [r, y]))));
    }

    // A list that is changed between two operators: its answer names all that it held, and says that it is coarse.
    private Pipeline Changed(Pipeline source, int a)
    {
        bool grows = IsLikely(1, 2);
        return Make(source, grows ? "ToList, Add(5)" : "ToList, set to 5 in place", s =>
        {
            List<int> list = Woven.ToList<Recording, int>(s, a);
            if (grows) list.Add(5);
            else if (list.Count > 0) list[0] = 5;
            return list;
        }, s => grows ? s.Append(OracleRecord.Added(5)) : s.Select((r, i) => i == 0 ? OracleRecord.Added(5) : r))
        with
        { IsCoarse = true };
    }
}
