extern alias plain;
extern alias woven;

namespace Weft.Laws.Tests;

/// <summary>
/// Proves of asynchronous LINQ what <see cref="LinqLawTests"/> proves of LINQ: over sources that complete at once, suspend, throw or are cancelled, the woven build of the
/// same source gives the same answers and exceptions, and reads and disposes of the source and calls lambdas and comparers in the same order.
/// </summary>
public sealed class AsyncLawTests
{
    private static readonly int[] _values = [3, 1, 4, 1, 5, 9, 2, 6];

    private static IReadOnlyList<(string Name, Func<List<string>, IAsyncEnumerable<int>> Create, bool IsCancelled)> Sources =>
    [
        ("array", _ => _values.ToAsyncEnumerable(), false),
        ("at once", log => new LoggingAsyncSequence(log, _values, suspends: false, throws: false), false),
        ("suspending", log => new LoggingAsyncSequence(log, _values, suspends: true, throws: false), false),
        ("one", log => new LoggingAsyncSequence(log, [4], suspends: true, throws: false), false),
        ("empty", log => new LoggingAsyncSequence(log, [], suspends: false, throws: false), false),
        (".NET's empty", _ => AsyncEnumerable.Empty<int>(), false),
        ("throwing", log => new LoggingAsyncSequence(log, [3, 1], suspends: true, throws: true), false),
        ("cancelled", log => new LoggingAsyncSequence(log, _values, suspends: false, throws: false), true),
    ];

    [Fact]
    public async Task Operators_OverAnySource_DoWhatLinqDoes()
    {
        var differences = new List<string>();
        foreach ((string name, Func<List<string>, IAsyncEnumerable<int>> create, bool isCancelled) in Sources)
        {
            for (int i = 0; i < plain::Weft.Laws.AsyncPrograms.Operators.Count; i++)
            {
                (string text, var apply) = plain::Weft.Laws.AsyncPrograms.Operators[i];
                var wovenApply = woven::Weft.Laws.AsyncPrograms.Operators[i].Apply;
                foreach (int most in new[] { int.MaxValue, 2 })
                {
                    string expected = await Outcome(create, isCancelled, (s, log, token) => Enumerate(apply(s, log), most, token));
                    string actual = await Outcome(create, isCancelled, (s, log, token) => Enumerate(wovenApply(s, log), most, token));
                    if (expected != actual) differences.Add($"{name}: {text}\nLINQ:  {expected}\nwoven: {actual}");
                }
            }
        }
        Assert.True(differences.Count == 0, $"{differences.Count} programs differ, for example:\n{string.Join("\n\n", differences.Take(5))}");
    }

    [Fact]
    public async Task Readers_OverAnySource_DoWhatLinqDoes()
    {
        var differences = new List<string>();
        foreach ((string name, Func<List<string>, IAsyncEnumerable<int>> create, bool isCancelled) in Sources)
        {
            for (int i = 0; i < plain::Weft.Laws.AsyncPrograms.Readers.Count; i++)
            {
                int reader = i;
                string text = plain::Weft.Laws.AsyncPrograms.Readers[i].Name;
                string expected = await Outcome(create, isCancelled, (s, log, token) => plain::Weft.Laws.AsyncPrograms.Readers[reader].Run(s, log, token));
                string actual = await Outcome(create, isCancelled, (s, log, token) => woven::Weft.Laws.AsyncPrograms.Readers[reader].Run(s, log, token));
                if (expected != actual) differences.Add($"{name}: {text}\nLINQ:  {expected}\nwoven: {actual}");
            }
        }
        Assert.True(differences.Count == 0, $"{differences.Count} programs differ, for example:\n{string.Join("\n\n", differences.Take(5))}");
    }

    private static async Task<object?> Enumerate(IAsyncEnumerable<object?> s, int most, CancellationToken token)
    {
        var values = new List<object?>();
        await foreach (object? value in s.WithCancellation(token).ConfigureAwait(false))
        {
            values.Add(value);
            if (--most == 0) break;
        }
        return values;
    }

    private static async Task<string> Outcome(Func<List<string>, IAsyncEnumerable<int>> create, bool isCancelled, Func<IAsyncEnumerable<int>, List<string>, CancellationToken, Task<object?>> program)
    {
        var log = new List<string>();
        try
        {
            return $"{Text(await program(create(log), log, new CancellationToken(isCancelled)))}\n  {string.Join(", ", log)}";
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return $"{exception.GetType()}: {exception.Message} {(exception as ArgumentException)?.ParamName}\n  {string.Join(", ", log)}";
        }
    }

    private static string Text(object? answer) => answer is System.Collections.IEnumerable items and not string
        ? $"{answer.GetType()}({string.Join(' ', items.Cast<object?>().Select(Text))})"
        : $"{answer}";

    private sealed class LoggingAsyncSequence(List<string> log, int[] values, bool suspends, bool throws) : IAsyncEnumerable<int>
    {
        public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            log.Add("GetAsyncEnumerator");
            return new Enumerator(log, values, suspends, throws, cancellationToken);
        }

        private sealed class Enumerator(List<string> log, int[] values, bool suspends, bool throws, CancellationToken cancellationToken) : IAsyncEnumerator<int>
        {
            private int _index = -1;

            public int Current
            {
                get
                {
                    log.Add("Current");
                    return values[_index];
                }
            }

            public async ValueTask<bool> MoveNextAsync()
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (suspends) await Task.Yield();
                log.Add("MoveNextAsync");
                if (++_index < values.Length) return true;
                return throws ? throw new InvalidTimeZoneException("The sequence broke off.") : false;
            }

            public ValueTask DisposeAsync()
            {
                log.Add("DisposeAsync");
                return default;
            }
        }
    }
}
