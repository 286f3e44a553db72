using System.Collections.Immutable;

namespace Weft.Tests.Operators.Oracle;

/// <summary>Makes random programs over the operators, with what the oracle says of each: slow, obvious, on lists of records that carry their inputs.</summary>
internal sealed partial class PipelineGenerator(int seed, OracleSites sites, bool keepsAll, OperatorChoice? choice = null)
{
    private const int MostRecords = 60;
    private const int UnaryOperators = 67;
    private const int BinaryOperators = 14;

    private readonly Random _random = new(seed);
    private readonly List<Pipeline> _made = []; // for sharing

    /// <summary>A program of up to so many operators.</summary>
    internal Pipeline Program(int operators)
    {
        Pipeline pipeline = operators <= 1 ? Collection() : IsLikely(1, 5) ? Combine(Program(operators / 2), Program(operators / 2)) : Apply(Program(operators - 1), allowed => allowed.Unary);
        if (IsLikely(1, 8) && _made.Count > 0) pipeline = _made[_random.Next(_made.Count)];
        if (pipeline.Collection < 0 && IsLong(pipeline)) pipeline = Take(pipeline, MostRecords / 2);
        _made.Add(pipeline);
        return pipeline;
    }

    /// <summary>A program with one of the operators behind it that come last.</summary>
    internal Pipeline WithLast(Pipeline program) => choice is { Last.Count: > 0 } ? Apply(program, allowed => allowed.Last) : program;

    // A program that is made again for fewer inputs is the same program.
    private bool IsLong(Pipeline pipeline)
    {
        if (choice?.IsReplay != true) choice?.WasLong.Add(pipeline.Oracle.Value.Count > MostRecords);
        return choice is null ? pipeline.Oracle.Value.Count > MostRecords : choice.WasLong[_lengths++];
    }

    private int _lengths;

    private int Chosen(int operators, Func<OperatorChoice, IReadOnlySet<int>> among)
    {
        int chosen = _random.Next(operators);
        while (choice is not null && !among(choice).Contains(chosen)) chosen = _random.Next(operators);
        return chosen;
    }

    private bool IsLikely(int of, int outOf) => _random.Next(outOf) < of;

    private IEnumerable<OracleRecord> Distinct(IEnumerable<OracleRecord> records, Func<OracleRecord, int> keyOf) => OracleRecord.Distinct(records, keyOf, keepsAll);

    // Collections of all kinds, each record with an id of its own.
    private Pipeline Collection()
    {
        int id = _collections++;
        OracleRecord[] records = [.. Enumerable.Range(0, _random.Next(8)).Select(index => new OracleRecord(_random.Next(20), [OracleSites.Input(id, index)]))];
        if (choice is not null) records = [.. records.Where(record => choice.Keeps(record.Inputs[0]))];
        int[] values = [.. records.Select(record => record.Value)];
        (string kind, IEnumerable<int> collection) = _random.Next(6) switch
        {
            0 => ("list", new List<int>(values)),
            1 => ("iterator", Iterate(values)),
            2 => ("queue", new Queue<int>(values)),
            3 => ("read-only", new System.Collections.ObjectModel.ReadOnlyCollection<int>(values)),
            4 => ("immutable", values.ToImmutableArray()),
            _ => ("array", (IEnumerable<int>)values),
        };
        return new Pipeline(
            $"{kind}{id}[{string.Join(",", values)}]", new(() => collection), new(() => records))
        {
            Collection = id,
        };
    }

    private static IEnumerable<int> Iterate(int[] values)
    {
        foreach (int value in values) yield return value;
    }

    private int _collections;

    private static Pipeline Make(Pipeline source, string text, Func<IEnumerable<int>, IEnumerable<int>> woven, Func<IReadOnlyList<OracleRecord>, IEnumerable<OracleRecord>> oracle)
        => new($"{source.Text}.{text}", new(() => woven(source.Woven.Value)), new(() => [.. oracle(source.Oracle.Value)])) { IsCoarse = source.IsCoarse };

    private static Pipeline Make(
        Pipeline first, Pipeline second, string text, Func<IEnumerable<int>, IEnumerable<int>, IEnumerable<int>> woven,
        Func<IReadOnlyList<OracleRecord>, IReadOnlyList<OracleRecord>, IEnumerable<OracleRecord>> oracle)
        => new(
            $"{first.Text}.{text}({second.Text})", new(() => woven(first.Woven.Value, second.Woven.Value)),
            new(() => [.. oracle(first.Oracle.Value, second.Oracle.Value)]))
        {
            IsCoarse = first.IsCoarse || second.IsCoarse,
        };

    // A collection of its own site, so that its roots can be told from those of another input of the same call.
    private Pipeline Entered(Pipeline source)
    {
        if (source.Collection < 0) return source;
        int site = sites.Next(source);
        return Make(source, "Select", s => Woven.Select<Recording, int, int>(s, x => x, site), s => s);
    }
}
