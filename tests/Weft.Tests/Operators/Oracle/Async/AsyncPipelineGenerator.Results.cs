using Weft.Capture;
using Weft.Flows;

namespace Weft.Tests.Operators.Oracle.Async;

internal sealed partial class AsyncPipelineGenerator
{
    /// <summary>Runs a program to a collection or a scalar.</summary>
    internal async Task<Run> Run(AsyncPipeline program)
    {
        int site = sites.Next(program.Collection);
        IReadOnlyList<OracleRecord> expected = program.Oracle.Value;
        return IsLikely(1, 4) && expected.Count > 0 ? await RunToScalar(program, expected, site) : await RunToCollection(program, expected, site);
    }

    private async Task<Run> RunToCollection(AsyncPipeline program, IReadOnlyList<OracleRecord> expected, int site)
    {
        IList<int> values = _random.Next(3) switch
        {
            0 => await Woven.ToListAsync<Recording, int>(program.Woven.Value, default, site),
            1 => await Woven.ToArrayAsync<Recording, int>(program.Woven.Value, default, site),
            _ => await ByLoop(program.Woven.Value, site),
        };
        SpanColumn? column = values.Count == 0 ? new RangeColumn(0, 0, 0) : Origin.ColumnOf(values, values.Count, site);
        return new Run(seed, program.Text, [.. values], expected, column, 0, false);
    }

    // What the weaver makes of `await foreach (int value in values) list.Add(value);`. A source that nobody traced has to enter an operator first.
    private static async Task<List<int>> ByLoop(IAsyncEnumerable<int> values, int site)
    {
        var list = new List<int>();
        LoopSource? source = null;
        await using IAsyncEnumerator<int> records = Woven.Where<Recording, int>(values, _ => true, site).GetAsyncEnumerator();
        while (await records.MoveNextAsync()) Woven.Add<Recording, int>(list, records.Current, Woven.RecordOf<Recording, int>(records, ref source, site), site);
        return list;
    }

    private async Task<Run> RunToScalar(AsyncPipeline program, IReadOnlyList<OracleRecord> expected, int site)
    {
        IAsyncEnumerable<int> s = program.Woven.Value;
        int output = site | 1;
        CancellationToken none = default;
        (string text, int value, OracleRecord answer) = _random.Next(16) switch
        {
            0 => ("SumAsync", await Woven.SumAsync<Recording>(s, none, output), OracleRecord.Of(expected.Sum(r => r.Value), expected)),
            1 => ("AverageAsync", (int)await Woven.AverageAsync<Recording>(s, none, output), OracleRecord.Of((int)expected.Average(r => r.Value), expected)),
            2 => ("CountAsync", await Woven.CountAsync<Recording, int>(s, none, output), OracleRecord.Of(expected.Count, expected)),
            3 => ("CountAsync(later odd)", await Woven.CountAsync<Recording, int>(s, Later((int x) => x % 2 == 1), none, output), OracleRecord.Of(expected.Count(r => r.Value % 2 == 1), expected.Where(r => r.Value % 2 == 1))),
            4 => ("LongCountAsync(odd)", (int)await Woven.LongCountAsync<Recording, int>(s, x => x % 2 == 1, none, output), OracleRecord.Of(expected.Count(r => r.Value % 2 == 1), expected.Where(r => r.Value % 2 == 1))),
            5 => ("AggregateAsync", await Woven.AggregateAsync<Recording, int>(s, (x, y) => (x * 3 + y) % 100, none, output), OracleRecord.Of(expected.Select(r => r.Value).Aggregate((x, y) => (x * 3 + y) % 100), expected)),
            6 => ("MinAsync", await Woven.MinAsync<Recording, int>(s, null, none, output), expected.MinBy(r => r.Value)!),
            7 => ("MaxAsync", await Woven.MaxAsync<Recording, int>(s, null, none, output), expected.MaxBy(r => r.Value)!),
            8 => ("MinByAsync(x % 7)", await Woven.MinByAsync<Recording, int, int>(s, x => x % 7, null, none, output), expected.MinBy(r => r.Value % 7)!),
            9 => ("MaxByAsync(later x % 7)", await Woven.MaxByAsync<Recording, int, int>(s, Later((int x) => x % 7), null, none, output), expected.MaxBy(r => r.Value % 7)!),
            10 => ("FirstAsync", await Woven.FirstAsync<Recording, int>(s, none, output), expected[0]),
            11 => ("LastAsync", await Woven.LastAsync<Recording, int>(s, none, output), expected[^1]),
            12 => ("ElementAtAsync(^1)", await Woven.ElementAtAsync<Recording, int>(s, ^1, none, output), expected[^1]),
            13 => ("ElementAtOrDefaultAsync(0)", await Woven.ElementAtOrDefaultAsync<Recording, int>(s, 0, none, output), expected[0]),
            14 => ("LastOrDefaultAsync(later x > 7)", await Woven.LastOrDefaultAsync<Recording, int>(s, Later((int x) => x > 7), -1, none, output), expected.LastOrDefault(r => r.Value > 7) ?? OracleRecord.Added(-1)),
            _ => ("FirstOrDefaultAsync(x > 7)", await Woven.FirstOrDefaultAsync<Recording, int>(s, x => x > 7, -1, none, output), expected.FirstOrDefault(r => r.Value > 7) ?? OracleRecord.Added(-1)),
        };
        return new Run(seed, $"{program.Text}.{text}", [value], [answer], null, SiteRegistry.NumberOf(site), false);
    }
}
