namespace Weft.Tests.Operators.Oracle.Async;

internal sealed partial class AsyncPipelineGenerator
{
    private AsyncPipeline Combine(AsyncPipeline one, AsyncPipeline two)
    {
        AsyncPipeline first = Entered(one);
        AsyncPipeline second = Entered(two);
        int m = _random.Next(1, 5);
        int a = sites.Next();
        int b = sites.Next();
        return _random.Next(17) switch
        {
            0 => Make(first, second, "Concat", (s, t) => Woven.Concat<Recording, int>(s, t, a), (s, t) => s.Concat(t)),
            1 => Make(first, second, "Union", (s, t) => Woven.Union<Recording, int>(s, t, null, a), (s, t) => Distinct(s.Concat(t), r => r.Value)),
            2 => Make(first, second, $"UnionBy(x % {m})", (s, t) => Woven.UnionBy<Recording, int, int>(s, t, Later((int x) => x % m), null, a), (s, t) => Distinct(s.Concat(t), r => r.Value % m)),
            3 => Make(first, second, "Except", (s, t) => Woven.Except<Recording, int>(s, t, null, a), (s, t) => Distinct(s, r => r.Value).Where(r => t.All(other => other.Value != r.Value))),
            4 => Make(first, second, $"ExceptBy(x % {m})", (s, t) => Woven.ExceptBy<Recording, int, int>(s, t, x => x % m, null, a), (s, t) => Distinct(s, r => r.Value % m).Where(r => t.All(other => other.Value != r.Value % m))),
            5 => Make(first, second, "Intersect", (s, t) => Woven.Intersect<Recording, int>(s, t, null, a),
                (s, t) => Distinct(s, r => r.Value).Join(Distinct(t, r => r.Value), x => x.Value, y => y.Value, (x, y) => OracleRecord.Of(x.Value, [x, y]))),
            6 => Make(first, second, $"IntersectBy(later x % {m})", (s, t) => Woven.IntersectBy<Recording, int, int>(s, t, Later((int x) => x % m), null, a),
                (s, t) => Distinct(s, r => r.Value % m).Join(Distinct(t, r => r.Value), x => x.Value % m, y => y.Value, (x, y) => OracleRecord.Of(x.Value, [x, y]))),
            7 => Make(first, second, "Zip(x + y)", (s, t) => Woven.Zip<Recording, int, int, int>(s, t, (x, y) => x + y, a), (s, t) => s.Zip(t, (x, y) => OracleRecord.Of(x.Value + y.Value, [x, y]))),
            8 => Make(first, second, "Zip(later x + y)", (s, t) => Woven.Zip<Recording, int, int, int>(s, t, async (x, y, _) => { await Task.Yield(); return x + y; }, a), (s, t) => s.Zip(t, (x, y) => OracleRecord.Of(x.Value + y.Value, [x, y]))),
            9 => Make(first, second, "Zip(first)", (s, t) => Woven.Select<Recording, (int, int, int), int>(Woven.Zip<Recording, int, int, int>(s, t, s, a), p => p.Item1 + p.Item2 + p.Item3, b),
                (s, t) => s.Zip(t, (x, y) => OracleRecord.Of(2 * x.Value + y.Value, [x, y]))),
            10 => Make(first, second, $"Join(x % {m})", (s, t) => Woven.Join<Recording, int, int, int, int>(s, t, x => x % m, y => y % m, (x, y) => x * 3 + y, null, a),
                (s, t) => s.Join(t, x => x.Value % m, y => y.Value % m, (x, y) => OracleRecord.Of(x.Value * 3 + y.Value, [x, y]))),
            11 => Make(first, second, $"Join(later x % {m})", (s, t) => Woven.Join<Recording, int, int, int, int>(s, t, Later((int x) => x % m), Later((int y) => y % m), async (x, y, _) => { await Task.Yield(); return x * 3 + y; }, null, a),
                (s, t) => s.Join(t, x => x.Value % m, y => y.Value % m, (x, y) => OracleRecord.Of(x.Value * 3 + y.Value, [x, y]))),
            12 => Make(first, second, "LeftJoin(x)", (s, t) => Woven.LeftJoin<Recording, int, int, int, int>(s, t, x => x, y => y, (x, y) => x * 3 + y, null, a),
                (s, t) => s.LeftJoin(t, x => x.Value, y => y.Value, (x, y) => OracleRecord.Of(x.Value * 3 + (y?.Value ?? 0), y is null ? [x] : [x, y]))),
            13 => Make(first, second, "RightJoin(later x)", (s, t) => Woven.RightJoin<Recording, int, int, int, int>(s, t, Later((int x) => x), Later((int y) => y), (x, y, _) => new ValueTask<int>(x * 3 + y), null, a),
                (s, t) => s.RightJoin(t, x => x.Value, y => y.Value, (x, y) => OracleRecord.Of((x?.Value ?? 0) * 3 + y.Value, x is null ? [y] : [x, y]))),
            14 => Make(first, second, $"GroupJoin(x % {m})", (s, t) => Woven.GroupJoin<Recording, int, int, int, int>(s, t, x => x % m, y => y % m, (x, ys) => x + ys.Sum(), null, a),
                (s, t) => s.GroupJoin(t, x => x.Value % m, y => y.Value % m, (x, ys) => OracleRecord.Of(x.Value + ys.Sum(y => y.Value), ys.Append(x)))),
            15 => Make(first, second, $"GroupJoin(later x % {m}).SelectMany(ys)",
                (s, t) => Woven.SelectMany<Recording, IEnumerable<int>, int>(
                    Woven.GroupJoin<Recording, int, int, int, IEnumerable<int>>(s, t, Later((int x) => x % m), Later((int y) => y % m), (x, ys, _) => new ValueTask<IEnumerable<int>>(ys), null, a), ys => ys, b),
                (s, t) => s.GroupJoin(t, x => x.Value % m, y => y.Value % m, (x, ys) => ys.Select(y => OracleRecord.Of(y.Value, ys.Append(x)))).SelectMany(ys => ys)),
            _ => Make(first, second, "SelectMany(second)", (s, t) => Woven.SelectMany<Recording, int, int>(s, _ => t, a), (s, t) => s.SelectMany(x => t.Select(y => OracleRecord.Of(y.Value, [x, y])))),
        };
    }
}
