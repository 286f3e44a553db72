extern alias plain;
extern alias woven;

using System.Text;
using Reader = (string Name, System.Func<System.Collections.Generic.IEnumerable<int>, System.Collections.Generic.List<string>, object?> Read);

namespace Weft.Laws.Tests;

/// <summary>
/// Proves that a woven program does what LINQ does: over the cross product of sources, operators and readers, the woven build of the same source
/// gives the same answer of the same runtime type or the same exception, calls the same lambdas and comparers in the same order, and reads and
/// disposes of the source as often.
/// </summary>
public sealed class LinqLawTests
{
    private static readonly IReadOnlyList<plain::Weft.Laws.Stage> _plain = [.. plain::Weft.Laws.Stages.All, .. plain::Weft.Laws.Iterators.All, .. plain::Weft.Laws.Stages.Random, .. plain::Weft.Laws.Stages.Refused];
    private static readonly IReadOnlyList<woven::Weft.Laws.Stage> _woven = [.. woven::Weft.Laws.Stages.All, .. woven::Weft.Laws.Iterators.All, .. woven::Weft.Laws.Stages.Random, .. woven::Weft.Laws.Stages.Refused];
    private static readonly IReadOnlyList<Reader> _plainReaders = [.. plain::Weft.Laws.Readers.Used.Concat(plain::Weft.Laws.Readers.Outputs).Select(reader => (reader.Name, reader.Read)), .. Enumerations];
    private static readonly IReadOnlyList<Reader> _wovenReaders = [.. woven::Weft.Laws.Readers.Used.Concat(woven::Weft.Laws.Readers.Outputs).Select(reader => (reader.Name, reader.Read)), .. Enumerations];

    // What .NET 10 throws where it copies a part of a list that begins behind the list's end, as in list.Skip(9).Append(1).ToArray(). Woven code does not.
    private const string FaultOfLinq = "System.ArgumentOutOfRangeException: Specified argument was out of the range of valid values. \n";

    // And where a Union is moved on after its first record threw. Woven code gives the records.
    private const string FaultOfUnion = "System.NullReferenceException: ";

    private static readonly string[] _addingOperators = [".Concat(", ".Append(", ".Prepend("];

    private static readonly int _operators = plain::Weft.Laws.Stages.All.Count + plain::Weft.Laws.Iterators.All.Count;

    private static IReadOnlyList<Reader> Enumerations =>
    [
        ("foreach", (s, log) => Enumerate(s, log, int.MaxValue)),
        ("foreach, broken off", (s, log) => Enumerate(s, log, 2)),
        ("foreach twice", (s, log) => (Enumerate(s, log, 3), Enumerate(s, log, int.MaxValue))),
        ("by hand, on after the end", ByHand),
        ("by hand, on after an exception", ByHandAfterException),
    ];

    public static TheoryData<int, string> OneOperator
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (int i = 0; i < _plain.Count; i++) data.Add(i, _plain[i].Name);
            return data;
        }
    }

    [Fact]
    public void Sources_OfBothBuilds_AreTheSame()
    {
        Assert.Equal(_plain.Select(stage => stage.Name), _woven.Select(stage => stage.Name));
        Assert.Equal(_plainReaders.Select(reader => reader.Name), _wovenReaders.Select(reader => reader.Name));
    }

    [Theory]
    [MemberData(nameof(OneOperator))]
    public void Operator_OverAnySourceAndReadInAnyWay_DoesWhatLinqDoes(int stage, string name)
    {
        _ = name;
        var differences = new Differences();
        foreach (Source source in Source.All)
        {
            if (source.TellsReads && IsRandom(stage)) continue; // a sample looks at other records each time
            for (int reader = 0; reader < _plainReaders.Count; reader++) Compare(source, [stage], reader, differences);
        }
        differences.AssertNone();
    }

    [Fact]
    public void Readers_OverAnySource_DoWhatLinqDoes()
    {
        var differences = new Differences();
        foreach (Source source in Source.All)
        {
            for (int reader = 0; reader < _plainReaders.Count; reader++) Compare(source, [], reader, differences);
        }
        differences.AssertNone();
    }

    // Every pair would be a million programs; LAWS_SEED and LAWS_PROGRAMS choose others and more.
    [Fact]
    public void SeveralOperators_InARow_DoWhatLinqDoes()
    {
        int seed = Setting("LAWS_SEED", 1);
        var random = new Random(seed);
        var differences = new Differences();
        // Whether a collection is copied or enumerated by an operator behind another is LINQ's own affair.
        Source[] sources = [.. Source.All.Where(source => !source.Name.StartsWith("logging", StringComparison.Ordinal))];
        for (int i = Setting("LAWS_PROGRAMS", 40_000); i > 0; i--)
        {
            int[] stages = [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => random.Next(_operators))];
            Compare(sources[random.Next(sources.Length)], stages, random.Next(_plainReaders.Count), differences);
        }
        differences.AssertNone($"LAWS_SEED={seed}: ");
    }

    private static bool IsRandom(int stage) => stage >= _operators && stage < _operators + plain::Weft.Laws.Stages.Random.Count;

    private static int Setting(string name, int otherwise)
        => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : otherwise;

    private static void Compare(Source source, int[] stages, int reader, Differences differences)
    {
        string expected = Outcome.Of(source, (s, log) => _plainReaders[reader].Read(stages.Aggregate(s, (flow, stage) => _plain[stage].Apply(flow, log)), log));
        string actual = Outcome.Of(source, (s, log) => _wovenReaders[reader].Read(stages.Aggregate(s, (flow, stage) => _woven[stage].Apply(flow, log)), log));
        if (IsAskedOtherwise(source, stages, _plainReaders[reader].Name)) (expected, actual) = (expected.Split('\n')[0], actual.Split('\n')[0]);
        if (expected == actual || expected.StartsWith(FaultOfLinq, StringComparison.Ordinal) || expected.StartsWith(FaultOfUnion, StringComparison.Ordinal)) return;
        differences.Add($"{source.Name}: {string.Join(" | ", stages.Select(stage => _plain[stage].Name))} -> {_plainReaders[reader].Name}", expected, actual);
    }

    // The table of docs/weaving.md ("Collections of the program's own") has these: a call of Count, or of an index, more or less.
    private static bool IsAskedOtherwise(Source source, int[] stages, string reader)
    {
        if (!source.Name.StartsWith("logging", StringComparison.Ordinal)) return false;
        if (reader.Contains("ElementAt", StringComparison.Ordinal) || reader.Contains("Single", StringComparison.Ordinal)) return true;
        bool copies = reader.Contains("ToList", StringComparison.Ordinal) || reader.Contains("ToArray", StringComparison.Ordinal);
        return (copies && stages.Any(stage => _addingOperators.Any(name => _plain[stage].Name.Contains(name, StringComparison.Ordinal))))
            || ((copies || reader.Contains("Contains", StringComparison.Ordinal) || reader.Contains("Count()", StringComparison.Ordinal)) && stages.Any(stage => _plain[stage].Name.Contains(".Select(", StringComparison.Ordinal)));
    }

    private static string Enumerate(IEnumerable<int> s, List<string> log, int most)
    {
        var answer = new StringBuilder();
        foreach (int value in s)
        {
            log.Add("body");
            answer.Append(value).Append(' ');
            if (--most == 0) break;
        }
        return answer.ToString();
    }

    private static string ByHand(IEnumerable<int> s, List<string> log)
    {
        var answer = new StringBuilder();
        IEnumerator<int> records = s.GetEnumerator();
        try
        {
            while (records.MoveNext()) answer.Append(records.Current).Append(' ');
            answer.Append(records.MoveNext());
        }
        catch (InvalidTimeZoneException)
        {
            log.Add("caught");
        }
        records.Dispose();
        records.Dispose();
        answer.Append(records.MoveNext());
        return answer.ToString();
    }

    private static string ByHandAfterException(IEnumerable<int> s, List<string> log)
    {
        var answer = new StringBuilder();
        using IEnumerator<int> records = s.GetEnumerator();
        for (int tries = 0; tries < 3; tries++)
        {
            try
            {
                while (records.MoveNext()) answer.Append(records.Current).Append(' ');
                answer.Append("end ");
            }
            catch (InvalidTimeZoneException)
            {
                log.Add("caught");
            }
        }
        return answer.ToString();
    }

    private sealed class Differences
    {
        private static readonly int _shown = Setting("LAWS_SHOWN", 5);

        private readonly List<string> _texts = [];

        internal void Add(string program, string expected, string actual) => _texts.Add($"{program}\nLINQ:  {expected}\nwoven: {actual}");

        internal void AssertNone(string when = "")
            => Assert.True(_texts.Count == 0, $"{when}{_texts.Count} programs differ, for example:\n{string.Join("\n\n", _texts.Take(_shown))}");
    }
}
