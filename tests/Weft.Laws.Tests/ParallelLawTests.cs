extern alias plain;
extern alias woven;

using System.Collections;
using System.Globalization;

namespace Weft.Laws.Tests;

/// <summary>
/// Proves of PLINQ what <see cref="LinqLawTests"/> proves of LINQ, as far as PLINQ promises anything: over sources of every kind, started in every manner, ordered and not,
/// the woven build of the same source gives the same answers, in the same order where there is one, and the same exceptions, at the same call.
/// </summary>
public sealed class ParallelLawTests
{
    private static readonly int[] _values = [3, 1, 4, 1, 5, 9, 2, 6];

    private static IReadOnlyList<(string Name, Func<IEnumerable<int>> Create)> Sources =>
    [
        ("array", () => (int[])_values.Clone()), ("list", () => new List<int>(_values)), ("iterator", () => Iterate(_values)), ("set", () => new SortedSet<int>(_values)), ("range", () => Enumerable.Range(1, 600)),
        ("one", () => new[] { 4 }), ("empty", () => Array.Empty<int>()), ("throwing", () => Iterate([3, 1, -1])), ("LINQ's own", () => _values.Select(x => x)),
    ];

    [Fact]
    public void Operators_OverAnySource_DoWhatPlinqDoes()
    {
        var differences = new List<string>();
        foreach ((string source, Func<IEnumerable<int>> create) in Sources)
        {
            for (int start = 0; start < plain::Weft.Laws.ParallelPrograms.Starts.Count; start++)
            {
                string manner = plain::Weft.Laws.ParallelPrograms.Starts[start].Name;
                for (int i = 0; i < plain::Weft.Laws.ParallelPrograms.Operators.Count; i++)
                {
                    (string text, var apply) = plain::Weft.Laws.ParallelPrograms.Operators[i];
                    bool isOrdered = IsOrdered(manner, text);
                    var wovenApply = woven::Weft.Laws.ParallelPrograms.Operators[i].Apply;
                    string? difference = Difference(
                        () => Outcome(() => Enumerate(apply(plain::Weft.Laws.ParallelPrograms.Starts[start].Apply(create()))), isOrdered),
                        () => Outcome(() => Enumerate(wovenApply(woven::Weft.Laws.ParallelPrograms.Starts[start].Apply(create()))), isOrdered));
                    if (difference is not null) differences.Add($"{source} {manner}: {text}\n{difference}");
                }
            }
        }
        Assert.True(differences.Count == 0, $"{differences.Count} programs differ, for example:\n{string.Join("\n\n", differences.Take(8))}");
    }

    [Fact]
    public void Readers_OverAnySource_DoWhatPlinqDoes()
    {
        var differences = new List<string>();
        foreach ((string source, Func<IEnumerable<int>> create) in Sources)
        {
            for (int start = 0; start < plain::Weft.Laws.ParallelPrograms.Starts.Count; start++)
            {
                string manner = plain::Weft.Laws.ParallelPrograms.Starts[start].Name;
                for (int i = 0; i < plain::Weft.Laws.ParallelPrograms.Readers.Count; i++)
                {
                    (string text, var read) = plain::Weft.Laws.ParallelPrograms.Readers[i];
                    bool isOrdered = IsOrdered(manner, text);
                    var wovenRead = woven::Weft.Laws.ParallelPrograms.Readers[i].Run;
                    string? difference = Difference(
                        () => Outcome(() => read(plain::Weft.Laws.ParallelPrograms.Starts[start].Apply(create())), isOrdered),
                        () => Outcome(() => wovenRead(woven::Weft.Laws.ParallelPrograms.Starts[start].Apply(create())), isOrdered));
                    if (difference is not null) differences.Add($"{source} {manner}: {text}\n{difference}");
                }
            }
        }
        Assert.True(differences.Count == 0, $"{differences.Count} programs differ, for example:\n{string.Join("\n\n", differences.Take(8))}");
    }

    // Whether the program's answer has an order that PLINQ promises.
    private static bool IsOrdered(string start, string program) => start.Contains("AsOrdered", StringComparison.Ordinal) && !program.Contains("AsUnordered", StringComparison.Ordinal) && !program.EndsWith("AsParallel()", StringComparison.Ordinal);

    // PLINQ leaves some things open (which of equal keys a group is named by, which of several errors comes first): the woven program may give any answer that it gives.
    private static string? Difference(Func<string> plainRun, Func<string> wovenRun)
    {
        const int Attempts = 50;
        var expected = new HashSet<string>();
        var actual = new HashSet<string>();
        for (int i = 0; i < Attempts; i++)
        {
            expected.Add(plainRun());
            actual.Add(wovenRun());
            if (expected.Overlaps(actual)) return null;
        }
        return $"PLINQ: {string.Join("\n  or ", expected)}\nwoven: {string.Join("\n  or ", actual)}";
    }

    private static object Enumerate(ParallelQuery<object?> query)
    {
        var values = new List<object?>();
        foreach (object? value in query) values.Add(value);
        return values;
    }

    private static string Outcome(Func<object?> program, bool isOrdered)
    {
        try
        {
            return Text(program(), isOrdered);
        }
        catch (AggregateException exception)
        {
            return "several: " + string.Join(" | ", exception.Flatten().InnerExceptions.Select(inner => $"{inner.GetType()}: {inner.Message}").Distinct().Order(StringComparer.Ordinal));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return $"{exception.GetType()}: {exception.Message} {(exception as ArgumentException)?.ParamName}";
        }
    }

    private static string Text(object? answer, bool isOrdered)
    {
        if (answer is string or not IEnumerable) return answer is IFormattable value ? value.ToString(null, CultureInfo.InvariantCulture) : answer?.ToString() ?? "null";
        IEnumerable<string> items = ((IEnumerable)answer).Cast<object?>().Select(item => Text(item, isOrdered));
        if (!isOrdered || answer is IDictionary) items = items.Order(StringComparer.Ordinal);
        object? key = answer.GetType().GetInterfaces().FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IGrouping<,>))?.GetProperty("Key")!.GetValue(answer);
        string type = key is not null ? $"group {key}" : $"{answer.GetType()}";
        return $"{type}({string.Join(' ', items)})";
    }

    // Throws at a negative value.
    private static IEnumerable<int> Iterate(int[] values)
    {
        foreach (int value in values) yield return value < 0 ? throw new InvalidTimeZoneException("The sequence broke off.") : value;
    }
}
