using Weft.Capture;
using Weft.Flows;

namespace Weft.Tests.Operators.Oracle;

internal sealed partial class PipelineGenerator
{
    /// <summary>Runs a program to a collection or a scalar.</summary>
    internal Run Run(Pipeline program)
    {
        int site = sites.Next(program);
        IReadOnlyList<OracleRecord> expected = program.Oracle.Value;
        return IsLikely(1, 4) && expected.Count > 0 ? RunToScalar(program, expected, site) : RunToCollection(program, expected, site);
    }

    /// <summary>Runs a program to a collection.</summary>
    internal Run RunToCollection(Pipeline program) => RunToCollection(program, program.Oracle.Value, sites.Next(program));

    private Run RunToCollection(Pipeline program, IReadOnlyList<OracleRecord> expected, int site)
    {
        IList<int> values = IsLikely(1, 2) ? Woven.ToList<Recording, int>(program.Woven.Value, site) : Woven.ToArray<Recording, int>(program.Woven.Value, site);
        SpanColumn? column = values.Count == 0 ? new RangeColumn(0, 0, 0) : Origin.ColumnOf(values, values.Count, site);
        return new Run(seed, program.Text, [.. values], expected, column, 0, program.IsCoarse);
    }

    private Run RunToScalar(Pipeline program, IReadOnlyList<OracleRecord> expected, int site)
    {
        IEnumerable<int> s = program.Woven.Value;
        int output = site | 1;
        (string text, int value, OracleRecord answer) = _random.Next(14) switch
        {
            0 => ("Sum", Woven.Sum<Recording>(s, output), OracleRecord.Of(expected.Sum(r => r.Value), expected)),
            1 => ("Sum(x / 2)", Woven.Sum<Recording, int>(s, x => x / 2, output), OracleRecord.Of(expected.Sum(r => r.Value / 2), expected)),
            2 => ("Average", (int)Woven.Average<Recording>(s, output), OracleRecord.Of((int)expected.Average(r => r.Value), expected)),
            3 => ("Count", Woven.Count<Recording, int>(s, output), OracleRecord.Of(expected.Count, expected)),
            4 => ("Count(odd)", Woven.Count<Recording, int>(s, x => x % 2 == 1, output), OracleRecord.Of(expected.Count(r => r.Value % 2 == 1), expected.Where(r => r.Value % 2 == 1))),
            5 => ("LongCount", (int)Woven.LongCount<Recording, int>(s, output), OracleRecord.Of(expected.Count, expected)),
            6 => ("Aggregate", Woven.Aggregate<Recording, int>(s, (x, y) => (x * 3 + y) % 100, output), OracleRecord.Of(expected.Select(r => r.Value).Aggregate((x, y) => (x * 3 + y) % 100), expected)),
            7 => ("Min", Woven.Min<Recording>(s, output), expected.MinBy(r => r.Value)!),
            8 => ("Max(x % 7)", Woven.Max<Recording, int>(s, x => x % 7, output), expected.MaxBy(r => r.Value % 7)!.With(expected.Max(r => r.Value % 7))),
            9 => ("MinBy(x % 7)", Woven.MinBy<Recording, int, int>(s, x => x % 7, output), expected.MinBy(r => r.Value % 7)!),
            10 => ("First", Woven.First<Recording, int>(s, output), expected[0]),
            11 => ("Last", Woven.Last<Recording, int>(s, output), expected[^1]),
            12 => ("ElementAt(^1)", Woven.ElementAt<Recording, int>(s, ^1, output), expected[^1]),
            _ => ("FirstOrDefault(x > 7)", Woven.FirstOrDefault<Recording, int>(s, x => x > 7, -1, output), expected.FirstOrDefault(r => r.Value > 7) ?? OracleRecord.Added(-1)),
        };
        // LINQ counts the first of ordered records without ordering them, so that nobody knows which they are.
        bool isCoarse = program.IsCoarse || text == "Count";
        return new Run(seed, $"{program.Text}.{text}", [value], [answer], null, SiteRegistry.NumberOf(site), isCoarse);
    }
}
