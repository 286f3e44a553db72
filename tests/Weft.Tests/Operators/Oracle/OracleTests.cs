using System.Globalization;
using System.Text.RegularExpressions;
using Weft.Answers;
using Weft.Capture;
using Weft.Flows;
using Weft.Segments;

namespace Weft.Tests.Operators.Oracle;

/// <summary>
/// Proves that what is recorded is the lineage that the operators' rules say: random programs run woven, and beside them a slow, obvious
/// interpreter that carries a set of inputs with every value; then each record's inputs are read back from the recording's files.
/// A failure names the seed; <c>ORACLE_SEED</c> starts there, <c>ORACLE_PROGRAMS</c> says how many.
/// </summary>
public sealed partial class OracleTests
{
    private static readonly int _firstSeed = Setting("SEED", 1);
    private static readonly int _programs = Setting("PROGRAMS", 4000);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RandomPrograms_ReadBackFromTheRecording_StandOnTheInputsThatTheOracleNames(bool keepsAllWitnesses)
    {
        WitnessSetting.UseOnThisThread(keepsAllWitnesses ? Witnesses.All : Witnesses.First);
        try
        {
            RunPrograms(keepsAllWitnesses);
        }
        finally
        {
            WitnessSetting.UseOnThisThread(null);
        }
    }

    private static void RunPrograms(bool keepsAllWitnesses)
    {
        var sites = new OracleSites();
        var runs = new List<Run>();
        for (int seed = _firstSeed; seed < _firstSeed + _programs; seed++)
        {
            var generator = new PipelineGenerator(seed, sites, keepsAllWitnesses);
            runs.Add(generator.Run(generator.Program(operators: 2 + seed % 9)));
        }

        Recorder.Flush();
        using RunRecording recording = RunRecording.Open(Recorder.RunDirectory!);
        var reader = new RecordedLineage(recording, sites);
        string[] differences = [.. runs.SelectMany(run => Differences(run, reader)).Take(5)];
        Assert.True(differences.Length == 0, string.Join("\n\n", differences));
        Assert.True(_programs < 100 || runs.Count(run => run.Expected.Count > 0) > _programs / 2, "Most programs gave nothing to compare.");
    }

    private static IEnumerable<string> Differences(Run run, RecordedLineage lineage)
    {
        if (!run.Values.SequenceEqual(run.Expected.Select(record => record.Value)))
        {
            yield return $"seed {run.Seed}: {run.Text}\ngave   {string.Join(" ", run.Values)}\noracle {string.Join(" ", run.Expected.Select(record => record.Value))}";
            yield break;
        }
        if ((run.Column ?? lineage.Output(run.OutputSite)) is not { } column)
        {
            yield return $"seed {run.Seed}: {run.Text}\ncarries no spans";
            yield break;
        }
        for (int i = 0; i < run.Expected.Count; i++)
        {
            SortedSet<long> expected = [.. run.Expected[i].Inputs];
            (SortedSet<long> actual, LineageVerdict verdict, string reasons) = lineage.Inputs(column[i]);
            bool isEqual = MayStopEarly().IsMatch(run.Text) ? actual.IsSupersetOf(run.Expected[i].Needed) && actual.IsSubsetOf(expected) : actual.SetEquals(expected);
            bool agree = run.IsCoarse ? actual.IsSupersetOf(run.Expected[i].Needed) && (verdict != LineageVerdict.Exact || isEqual) : isEqual && verdict == LineageVerdict.Exact;
            if (!agree) yield return $"seed {run.Seed}: {run.Text}\nrecord {i} stands on {string.Join(" ", actual)} ({verdict} {reasons})\noracle               {string.Join(" ", expected)}";
        }
    }

    // What comes behind such an operator may not read all duplicates, which then are not named. Where only the first one counts, that changes nothing.
    [GeneratedRegex("Take|Zip|First|ElementAt")]
    private static partial Regex MayStopEarly();

    private static int Setting(string name, int otherwise)
        => Environment.GetEnvironmentVariable("ORACLE_" + name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>Reads inputs back from a recording.</summary>
    private sealed class RecordedLineage(RunRecording recording, OracleSites sites)
    {
        private readonly Places _places = new(recording);
        private readonly ILookup<int, RecordedOutput> _outputs = recording.Outputs.ToLookup(output => output.Block.Site);
        private readonly Dictionary<LineageSource, SourceRow> _sources = new(ReferenceEqualityComparer.Instance);

        internal SpanColumn? Output(int site) => _outputs[site].SingleOrDefault() is { } output ? recording.ReadColumn(output) : null;

        internal (SortedSet<long> Inputs, LineageVerdict Verdict, string Reasons) Inputs(ulong span)
        {
            var walk = new AncestorWalk(recording, _places);
            walk.Run(span);
            var inputs = new SortedSet<long>();
            foreach (RootRange range in walk.Roots())
            {
                if (!Sources().TryGetValue(range.Source, out SourceRow? source)) continue; // of an inner sequence
                for (long i = 0; i < range.Count; i++)
                {
                    if (sites.InputOf(source, range.FirstIndex + i) is >= 0 and long input) inputs.Add(input);
                }
            }
            return (inputs, walk.Verdict, string.Join("; ", walk.Reasons));
        }

        private Dictionary<LineageSource, SourceRow> Sources()
        {
            if (_sources.Count == 0)
            {
                foreach (SourceRow row in recording.Sources.Values) _sources.Add(_places.Source(row.Id, isInner: false), row);
            }
            return _sources;
        }
    }
}
