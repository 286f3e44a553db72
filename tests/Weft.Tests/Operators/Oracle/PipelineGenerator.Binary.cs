namespace Weft.Tests.Operators.Oracle;

internal sealed partial class PipelineGenerator
{
    private Pipeline Combine(Pipeline one, Pipeline two)
    {
        Pipeline first = Entered(one);
        Pipeline second = Entered(two);
        int m = _random.Next(1, 5);
        int a = sites.Next();
        int b = sites.Next();
        return Chosen(BinaryOperators, allowed => allowed.Binary) switch
        {
            0 or 1 => Make(first, second, "Concat", (s, t) => Woven.Concat<Recording, int>(s, t, a), (s, t) => s.Concat(t)),
            2 => Make(first, second, "Union", (s, t) => Woven.Union<Recording, int>(s, t, a), (s, t) => Distinct(s.Concat(t), r => r.Value)),
            3 => Make(first, second, $"UnionBy(x % {m})", (s, t) => Woven.UnionBy<Recording, int, int>(s, t, x => x % m, a), (s, t) => Distinct(s.Concat(t), r => r.Value % m)),
            4 => Make(first, second, "Zip", (s, t) => Woven.Zip<Recording, int, int, int>(s, t, (x, y) => x + y, a), (s, t) => s.Zip(t, (x, y) => OracleRecord.Of(x.Value + y.Value, [x, y]))),
            5 => Make(first, second, "Zip of three", (s, t) => Woven.Select<Recording, (int, int, int), int>(Woven.Zip<Recording, int, int, int>(s, t, Woven.Skip<Recording, int>(t, 1, b), a), z => z.Item1 + z.Item2 + z.Item3, b),
                (s, t) => s.Zip(t, t.Skip(1)).Select(z => OracleRecord.Of(z.First.Value + z.Second.Value + z.Third.Value, [z.First, z.Second, z.Third]))),
            6 => Make(first, second, $"Join(x % {m})", (s, t) => Woven.Join<Recording, int, int, int, int>(s, t, x => x % m, y => y % m, (x, y) => x * 10 + y, a),
                (s, t) => s.Join(t, x => x.Value % m, y => y.Value % m, (x, y) => OracleRecord.Of(x.Value * 10 + y.Value, [x, y]))),
            7 => Make(first, second, $"LeftJoin(x % {m})", (s, t) => Woven.LeftJoin<Recording, int, int, int, int>(s, t, x => x % (m + 1), y => y % m, (x, y) => x * 10 + y, a),
                (s, t) => s.SelectMany(x => t.Where(y => y.Value % m == x.Value % (m + 1)).Select(y => OracleRecord.Of(x.Value * 10 + y.Value, [x, y])).DefaultIfEmpty(x.With(x.Value * 10)))),
            8 => Make(first, second, $"RightJoin(x % {m})", (s, t) => Woven.RightJoin<Recording, int, int, int, int>(s, t, x => x % m, y => y % (m + 1), (x, y) => x * 10 + y, a),
                (s, t) => t.SelectMany(y => s.Where(x => x.Value % m == y.Value % (m + 1)).Select(x => OracleRecord.Of(x.Value * 10 + y.Value, [x, y])).DefaultIfEmpty(y))),
            9 => Make(first, second, "Except", (s, t) => Woven.Except<Recording, int>(s, t, a), (s, t) => Distinct(s, r => r.Value).Where(r => t.All(other => other.Value != r.Value))),
            10 => Make(first, second, $"ExceptBy(x % {m})", (s, t) => Woven.ExceptBy<Recording, int, int>(s, t, x => x % m, a),
                (s, t) => Distinct(s, r => r.Value % m).Where(r => t.All(other => other.Value != r.Value % m))),
            11 => Make(first, second, "Intersect", (s, t) => Woven.Intersect<Recording, int>(s, t, a),
                (s, t) => Distinct(s, r => r.Value).Join(Distinct(t, r => r.Value), x => x.Value, y => y.Value, (x, y) => OracleRecord.Of(x.Value, [x, y]))),
            12 => Make(first, second, $"IntersectBy(x % {m})", (s, t) => Woven.IntersectBy<Recording, int, int>(s, Woven.ToHashSet<Recording, int>(t, b), x => x % m, a),
                (s, t) => Distinct(s, r => r.Value % m).Join(Distinct(t, r => r.Value), x => x.Value % m, y => y.Value, (x, y) => OracleRecord.Of(x.Value, [x, y]))),
            _ => Make(first, second, $"GroupJoin(x % {m})", (s, t) => Woven.GroupJoin<Recording, int, int, int, int>(s, t, x => x % m, y => y % m, (x, g) => x + g.Count(), a),
                (s, t) => s.GroupJoin(t, x => x.Value % m, y => y.Value % m, (x, g) => OracleRecord.Of(x.Value + g.Count(), g.Prepend(x)))),
        };
    }
}
