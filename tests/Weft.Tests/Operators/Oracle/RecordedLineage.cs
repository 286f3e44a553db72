using System.Text.RegularExpressions;
using Weft.Answers;
using Weft.Capture;
using Weft.Flows;
using Weft.Segments;

namespace Weft.Tests.Operators.Oracle;

/// <summary>Reads inputs back from a recording.</summary>
internal sealed partial class RecordedLineage(RunRecording recording, OracleSites sites)
{
    private readonly Places _places = new(recording);
    private readonly ILookup<int, RecordedOutput> _outputs = recording.Outputs.ToLookup(output => output.Block.Site);
    private readonly Dictionary<LineageSource, SourceRow> _sources = new(ReferenceEqualityComparer.Instance);

    /// <summary>Asserts that what so many programs gave, and what is recorded of it, is what the oracle says, and that it says something of most.</summary>
    internal static void AssertAgrees(IReadOnlyList<Run> runs, OracleSites sites, int programs)
    {
        Recorder.Flush();
        using RunRecording recording = RunRecording.Open(Recorder.RunDirectory!);
        var reader = new RecordedLineage(recording, sites);
        string[] differences = [.. runs.SelectMany(reader.Differences).Take(5)];
        Assert.True(differences.Length == 0, string.Join("\n\n", differences));
        Assert.True(programs < 100 || runs.Count(run => run.Expected.Count > 0) > programs / 2, "Most programs gave nothing to compare.");
    }

    /// <summary>Where what a program gave, or what is recorded of it, is not what the oracle says.</summary>
    internal IEnumerable<string> Differences(Run run)
    {
        if (run.IsUnordered)
        {
            if (DifferenceOfUnordered(run) is { } difference) yield return difference;
            yield break;
        }
        if (!run.Values.SequenceEqual(run.Expected.Select(record => record.Value)))
        {
            yield return $"seed {run.Seed}: {run.Text}\ngave   {string.Join(" ", run.Values)}\noracle {string.Join(" ", run.Expected.Select(record => record.Value))}";
            yield break;
        }
        if ((run.Column ?? Output(run.OutputSite)) is not { } column)
        {
            yield return $"seed {run.Seed}: {run.Text}\ncarries no spans";
            yield break;
        }
        for (int i = 0; i < run.Expected.Count; i++)
        {
            SortedSet<long> expected = [.. run.Expected[i].Inputs];
            (SortedSet<long> actual, LineageVerdict verdict, string reasons) = Inputs(column[i]);
            bool isEqual = MayStopEarly().IsMatch(run.Text) ? actual.IsSupersetOf(run.Expected[i].Needed) && actual.IsSubsetOf(expected) : actual.SetEquals(expected);
            bool agree = run.IsCoarse ? actual.IsSupersetOf(run.Expected[i].Needed) && (verdict != LineageVerdict.Exact || isEqual) : isEqual && verdict == LineageVerdict.Exact;
            if (!agree) yield return $"seed {run.Seed}: {run.Text}\nrecord {i} stands on {string.Join(" ", actual)} ({verdict} {reasons})\noracle               {string.Join(" ", expected)}";
        }
    }

    // Of results in any order, equal values are told apart by their inputs.
    private string? DifferenceOfUnordered(Run run)
    {
        if (run.Column is not { } column) return $"seed {run.Seed}: {run.Text}\ncarries no spans";
        IEnumerable<string> expected = run.Expected.Select(record => $"{record.Value} on {string.Join(" ", record.Inputs)}").Order(StringComparer.Ordinal);
        IEnumerable<string> actual = run.Values.Select((value, i) =>
        {
            (SortedSet<long> inputs, LineageVerdict verdict, string reasons) = Inputs(column[i]);
            return $"{value} on {string.Join(" ", inputs)}" + (verdict == LineageVerdict.Exact ? "" : $" ({verdict} {reasons})");
        }).Order(StringComparer.Ordinal);
        return actual.SequenceEqual(expected) ? null : $"seed {run.Seed}: {run.Text}\ngave   {string.Join("; ", actual)}\noracle {string.Join("; ", expected)}";
    }

    // What comes behind such an operator may not read all duplicates, which then are not named. Where only the first one counts, that changes nothing.
    [GeneratedRegex(@"Take|Zip|First|ElementAt|Reverse.*\.Last$")] // the last one in reverse is the first
    private static partial Regex MayStopEarly();

    private SpanColumn? Output(int site) => _outputs[site].SingleOrDefault() is { } output ? recording.ReadColumn(output) : null;

    /// <summary>The inputs that a record stands on, and how exactly that is known.</summary>
    internal (SortedSet<long> Inputs, LineageVerdict Verdict, string Reasons) Inputs(ulong span)
    {
        var walk = new AncestorWalk(recording, _places, new GroupMembers(recording, _places), isHeld: static _ => false);
        walk.Run(span, 1);
        walk.Finish();
        var inputs = new SortedSet<long>();
        foreach (RootRange range in walk.Roots())
        {
            if (!Sources().TryGetValue(range.Source, out SourceRow? source)) continue; // of an inner sequence
            for (long i = 0; i < range.Count; i++)
            {
                if (sites.InputOf(source, range.FirstIndex + i) is >= 0 and long input) inputs.Add(input);
            }
        }
        return (inputs, VerdictOf(walk), string.Join("; ", [.. walk.Incomplete, .. walk.Coarse]));
    }

    private static LineageVerdict VerdictOf(AncestorWalk walk) =>
        walk.Incomplete.Count > 0 ? LineageVerdict.Incomplete : walk.Coarse.Count > 0 ? LineageVerdict.Coarse : LineageVerdict.Exact;

    private Dictionary<LineageSource, SourceRow> Sources()
    {
        if (_sources.Count == 0)
        {
            foreach (SourceRow row in recording.Sources.Values) _sources.Add(_places.Source(row.Id, isInner: false), row);
        }
        return _sources;
    }
}
