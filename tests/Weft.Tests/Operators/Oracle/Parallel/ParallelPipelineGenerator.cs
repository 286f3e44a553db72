using System.Collections.Concurrent;
using System.Collections.ObjectModel;

namespace Weft.Tests.Operators.Oracle.Parallel;

/// <summary>Makes random programs over PLINQ's operators, with what the oracle says of each.</summary>
/// <param name="seed">Tells the program from others.</param>
/// <param name="sites">The sites of all programs.</param>
/// <param name="isOrdered">Whether the queries are ordered; else there is no operator in them that depends on order.</param>
/// <param name="keepsAllWitnesses">Whether a result stands on all of its duplicates.</param>
internal sealed partial class ParallelPipelineGenerator(int seed, OracleSites sites, bool isOrdered, bool keepsAllWitnesses)
{
    private const int MostRecords = 60;

    private readonly Random _random = new(seed);
    private readonly List<ParallelPipeline> _made = []; // for sharing
    private int _collections;

    /// <summary>A program of up to so many operators.</summary>
    internal ParallelPipeline Program(int operators)
    {
        ParallelPipeline pipeline = operators <= 1 ? Collection() : IsLikely(1, 4) ? Combine(Program(operators / 2), Program(operators / 2)) : Apply(Program(operators - 1));
        if (IsLikely(1, 8) && _made.Count > 0) pipeline = _made[_random.Next(_made.Count)];
        if (pipeline.Oracle.Value.Count > MostRecords) pipeline = Collection();
        _made.Add(pipeline);
        return pipeline;
    }

    private bool IsLikely(int of, int outOf) => _random.Next(outOf) < of;

    // Sequences of all kinds, each record with an id of its own.
    private ParallelPipeline Collection()
    {
        int id = _collections++;
        int[] values = [.. Enumerable.Range(0, _random.Next(12)).Select(_ => _random.Next(20))];
        int kind = _random.Next(12);
        int site = sites.Next(id);
        int next = sites.Next();
        int last = sites.Next();
        var oracle = new Lazy<IReadOnlyList<OracleRecord>>(() =>
        {
            IEnumerable<OracleRecord> records = values.Select((value, index) => new OracleRecord(value, [OracleSites.Input(id, index)]));
            if (kind == 10) return [.. records.Skip(1).Take(5)];
            return kind == 7 ? [.. records.Reverse()] : kind == 8 ? [.. records.Where(record => record.Value % 3 != 0)] : [.. records];
        });
        var query = new Lazy<ParallelQuery<int>>(() =>
        {
            ParallelQuery<int> started = kind switch
            {
                0 or 1 => Woven.AsParallel<Recording, int>(values, site),
                2 => Woven.AsParallel<Recording, int>(new List<int>(values), site),
                3 => Woven.AsParallel<Recording, int>(new ReadOnlyCollection<int>(values), site),
                4 => Woven.AsParallel<Recording, int>(new Queue<int>(values), site),
                5 => Woven.AsParallel<Recording, int>(Woven.Where<Recording, int>(values, _ => true, site), next),
                6 => Woven.AsParallel<Recording, int>(Partitioner.Create(values, loadBalance: true), site),
                7 => Woven.AsParallel<Recording, int>(Woven.ToList<Recording, int>(Woven.Reverse<Recording, int>(values, site), next), last),
                8 => Woven.AsParallel<Recording, int>(Woven.ToArray<Recording, int>(Woven.Where<Recording, int>(values, x => x % 3 != 0, site), next), last),
                10 => Woven.AsParallel<Recording, int>(Woven.Take<Recording, int>(Woven.Skip<Recording, int>(values, 1, site), 5, next), last), // a list's part has an index, too
                11 => Woven.AsParallel<Recording, int>(Woven.Take<Recording, int>(new List<int>(values), 100, site), next),
                _ => values.AsParallel(), // by code that is not woven
            };
            // An order can be asked for right at the start only, which is where the last source enters.
            if (kind == 9) return isOrdered ? Woven.AsOrdered<Recording, int>(started, site) : Woven.Where<Recording, int>(started, _ => true, site);
            return isOrdered ? Woven.AsOrdered<Recording, int>(started, last) : started;
        });
        return new ParallelPipeline($"source{kind}[{string.Join(",", values)}]", query, oracle);
    }

    private static ParallelPipeline Make(
        ParallelPipeline source, string text, Func<ParallelQuery<int>, ParallelQuery<int>> woven, Func<IReadOnlyList<OracleRecord>, IEnumerable<OracleRecord>> oracle)
        => new($"{source.Text}.{text}", new(() => woven(source.Woven.Value)), new(() => [.. oracle(source.Oracle.Value)]));

    private static ParallelPipeline Make(
        ParallelPipeline first, ParallelPipeline second, string text, Func<ParallelQuery<int>, ParallelQuery<int>, ParallelQuery<int>> woven,
        Func<IReadOnlyList<OracleRecord>, IReadOnlyList<OracleRecord>, IEnumerable<OracleRecord>> oracle)
        => new(
            $"{first.Text}.{text}({second.Text})", new(() => woven(first.Woven.Value, second.Woven.Value)),
            new(() => [.. oracle(first.Oracle.Value, second.Oracle.Value)]));

    // Of records with equal keys the first one, which may stand on all of them.
    private IEnumerable<OracleRecord> Witness(IEnumerable<OracleRecord> records)
        => keepsAllWitnesses ? records.GroupBy(r => r.Value).Select(OracleRecord.OfDuplicates) : records.DistinctBy(r => r.Value);
}
