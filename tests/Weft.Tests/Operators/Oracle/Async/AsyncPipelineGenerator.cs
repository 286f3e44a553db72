namespace Weft.Tests.Operators.Oracle.Async;

/// <summary>Makes random programs over the asynchronous operators, with what the oracle says of each.</summary>
internal sealed partial class AsyncPipelineGenerator(int seed, OracleSites sites, bool keepsAll)
{
    private const int MostRecords = 60;

    private readonly Random _random = new(seed);
    private readonly List<AsyncPipeline> _made = []; // for sharing
    private int _collections;

    /// <summary>A program of up to so many operators.</summary>
    internal AsyncPipeline Program(int operators)
    {
        AsyncPipeline pipeline = operators <= 1 ? Collection() : IsLikely(1, 5) ? Combine(Program(operators / 2), Program(operators / 2)) : Apply(Program(operators - 1));
        if (IsLikely(1, 8) && _made.Count > 0) pipeline = _made[_random.Next(_made.Count)];
        if (pipeline.Collection < 0 && pipeline.Oracle.Value.Count > MostRecords) pipeline = Take(pipeline, MostRecords / 2);
        _made.Add(pipeline);
        return pipeline;
    }

    private bool IsLikely(int of, int outOf) => _random.Next(outOf) < of;

    private IEnumerable<OracleRecord> Distinct(IEnumerable<OracleRecord> records, Func<OracleRecord, int> keyOf) => OracleRecord.Distinct(records, keyOf, keepsAll);

    // Sequences of all kinds, each record with an id of its own.
    private AsyncPipeline Collection()
    {
        int id = _collections++;
        int[] values = [.. Enumerable.Range(0, _random.Next(8)).Select(_ => _random.Next(20))];
        int kind = _random.Next(10);
        string text = $"{(kind < 4 ? "async" : "items")}{kind}[{string.Join(",", values)}]";
        Lazy<IReadOnlyList<OracleRecord>> oracle = new(() => [.. values.Select((value, index) => new OracleRecord(value, [OracleSites.Input(id, index)]))]);
        if (kind < 4)
        {
            IAsyncEnumerable<int> source = kind switch
            {
                0 => AsyncSources.AtOnce(values),
                1 => AsyncSources.Hopping(values),
                2 => AsyncSources.Waiting(values),
                _ => AsyncSources.Channelled(values),
            };
            return new AsyncPipeline(text, new(() => source), oracle) { Collection = id };
        }
        int site = sites.Next(id);
        int next = sites.Next();
        IEnumerable<int> items = kind switch
        {
            4 => values,
            5 => new List<int>(values),
            6 => new System.Collections.ObjectModel.ReadOnlyCollection<int>(values),
            7 => new Queue<int>(values),
            8 => Woven.Where<Recording, int>(values, _ => true, site),
            _ => Woven.Take<Recording, int>(values, 100, site), // a flow with an index
        };
        return new AsyncPipeline(text, new(() => Woven.ToAsyncEnumerable<Recording, int>(items, kind >= 8 ? next : site)), oracle);
    }

    private static AsyncPipeline Make(
        AsyncPipeline source, string text, Func<IAsyncEnumerable<int>, IAsyncEnumerable<int>> woven, Func<IReadOnlyList<OracleRecord>, IEnumerable<OracleRecord>> oracle)
        => new($"{source.Text}.{text}", new(() => woven(source.Woven.Value)), new(() => [.. oracle(source.Oracle.Value)]));

    private static AsyncPipeline Make(
        AsyncPipeline first, AsyncPipeline second, string text, Func<IAsyncEnumerable<int>, IAsyncEnumerable<int>, IAsyncEnumerable<int>> woven,
        Func<IReadOnlyList<OracleRecord>, IReadOnlyList<OracleRecord>, IEnumerable<OracleRecord>> oracle)
        => new(
            $"{first.Text}.{text}({second.Text})", new(() => woven(first.Woven.Value, second.Woven.Value)),
            new(() => [.. oracle(first.Oracle.Value, second.Oracle.Value)]));

    // A source of its own site, so that its roots can be told from those of another input of the same call.
    private AsyncPipeline Entered(AsyncPipeline source)
    {
        if (source.Collection < 0) return source;
        int site = sites.Next(source.Collection);
        return Make(source, "Select", s => Woven.Select<Recording, int, int>(s, x => x, site), s => s);
    }

    // What a lambda has to be waited for, or not.
    private Func<T, CancellationToken, ValueTask<TResult>> Later<T, TResult>(Func<T, TResult> lambda) => _random.Next(3) switch
    {
        0 => (record, _) => new(lambda(record)),
        1 => async (record, _) =>
        {
            await Task.Yield();
            return lambda(record);
        }
        ,
        _ => async (record, cancellationToken) =>
        {
            await Task.Delay(0, cancellationToken);
            return lambda(record);
        }
        ,
    };
}
