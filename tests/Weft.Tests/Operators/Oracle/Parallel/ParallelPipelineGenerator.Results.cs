using Weft.Capture;
using Weft.Flows;

namespace Weft.Tests.Operators.Oracle.Parallel;

internal sealed partial class ParallelPipelineGenerator
{
    /// <summary>Runs a program to a collection or a scalar.</summary>
    internal Run Run(ParallelPipeline program)
    {
        int site = sites.Next();
        ParallelPipeline set = Set(program);
        IReadOnlyList<OracleRecord> expected = program.Oracle.Value;
        return IsLikely(1, 4) && expected.Count > 0 ? RunToScalar(set, expected, site) : RunToCollection(set, expected, site);
    }

    // In how many partitions and in what manner the program runs, which goes for all of it.
    private ParallelPipeline Set(ParallelPipeline program)
    {
        int degree = _random.Next(1, 9);
        var merge = (ParallelMergeOptions)_random.Next(4);
        int a = sites.Next();
        return Make(
            program, $"With({degree}, {merge})",
            s => Woven.WithMergeOptions<Recording, int>(
                Woven.WithExecutionMode<Recording, int>(Woven.WithDegreeOfParallelism<Recording, int>(s, degree, a), ParallelExecutionMode.ForceParallelism, a), merge, a),
            s => s);
    }

    private Run RunToCollection(ParallelPipeline program, IReadOnlyList<OracleRecord> expected, int site)
    {
        int other = sites.Next();
        IList<int> values = _random.Next(4) switch
        {
            0 => Woven.ToList<Recording, int>(program.Woven.Value, site),
            1 => Woven.ToArray<Recording, int>(program.Woven.Value, site),
            2 => Woven.ToList<Recording, int>(Woven.Select<Recording, int, int>(program.Woven.Value.AsEnumerable(), x => x, site), other),
            _ => ByLoop(program.Woven.Value, site),
        };
        SpanColumn? column = values.Count == 0 ? new RangeColumn(0, 0, 0) : Origin.ColumnOf(values, values.Count, site);
        return new Run(seed, program.Text, [.. values], expected, column, 0, false) { IsUnordered = !isOrdered };
    }

    private Run RunToScalar(ParallelPipeline program, IReadOnlyList<OracleRecord> expected, int site)
    {
        ParallelQuery<int> s = program.Woven.Value;
        int output = site | 1;
        (string text, int value, OracleRecord answer) = _random.Next(isOrdered ? 14 : 9) switch
        {
            0 => ("Sum", Woven.Sum<Recording>(s, output), OracleRecord.Of(expected.Sum(r => r.Value), expected)),
            1 => ("Sum(x * 2)", (int)Woven.Sum<Recording, int>(s, x => (long)x * 2, output), OracleRecord.Of(expected.Sum(r => r.Value * 2), expected)),
            2 => ("Average", (int)Woven.Average<Recording>(s, output), OracleRecord.Of((int)expected.Average(r => r.Value), expected)),
            3 => ("Count", Woven.Count<Recording, int>(s, output), OracleRecord.Of(expected.Count, expected)),
            4 => ("Count(odd)", Woven.Count<Recording, int>(s, x => x % 2 == 1, output), OracleRecord.Of(expected.Count(r => r.Value % 2 == 1), expected.Where(r => r.Value % 2 == 1))),
            5 => ("LongCount(odd)", (int)Woven.LongCount<Recording, int>(s, x => x % 2 == 1, output), OracleRecord.Of(expected.Count(r => r.Value % 2 == 1), expected.Where(r => r.Value % 2 == 1))),
            6 => ("Aggregate(factory)", Woven.Aggregate<Recording, int, int, int>(s, () => 0, (x, y) => x + y, (x, y) => x + y, x => -x, output), OracleRecord.Of(-expected.Sum(r => r.Value), expected)),
            7 when expected.Count(r => r.Value == expected.Min(q => q.Value)) == 1 => ("Min", Woven.Min<Recording>(s, output), expected.MinBy(r => r.Value)!),
            8 when expected.Count(r => r.Value == expected.Max(q => q.Value)) == 1 => ("Max(x)", Woven.Max<Recording, int, int>(s, x => x, output), expected.MaxBy(r => r.Value)!),
            9 => ("First", Woven.First<Recording, int>(s, output), expected[0]),
            10 => ("Last", Woven.Last<Recording, int>(s, output), expected[^1]),
            11 => ("ElementAt(0)", Woven.ElementAt<Recording, int>(s, 0, output), expected[0]),
            12 => ("LastOrDefault(x > 7)", Woven.LastOrDefault<Recording, int>(s, x => x > 7, output), expected.LastOrDefault(r => r.Value > 7) ?? OracleRecord.Added(0)),
            13 => ("FirstOrDefault(x > 7)", Woven.FirstOrDefault<Recording, int>(s, x => x > 7, output), expected.FirstOrDefault(r => r.Value > 7) ?? OracleRecord.Added(0)),
            _ => ("Aggregate(seed)", Woven.Aggregate<Recording, int, int>(s, 3, (x, y) => x + y, output), OracleRecord.Of(3 + expected.Sum(r => r.Value), expected)),
        };
        return new Run(seed, $"{program.Text}.{text}", [value], [answer], null, SiteRegistry.NumberOf(site), false);
    }
}
