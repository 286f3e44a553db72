using Weft.Capture;
using Weft.Segments;

namespace Weft.Tests.Operators.Oracle;

/// <summary>
/// Proves that an answer names what a record stands on, by trying it out: a program that runs again on nothing but the inputs that the recording
/// names for a record gives that record again, and one that lacks any of them gives less. A failure names the seed; the settings are those of
/// <see cref="OracleTests"/>.
/// </summary>
public sealed class CounterfactualTests
{
    private static readonly int _firstSeed = OracleTests.Setting("SEED", 1);
    private static readonly int _programs = OracleTests.Setting("PROGRAMS", 1000);

    // Of these, fewer inputs give a part of the results, and no other. Not so where a record's place decides (an index, Take, Skip, Chunk, Zip), or the
    // absence of others (Distinct, Except, outer joins, DefaultIfEmpty), nor of a fold, which gives another value: what comes behind may take that for the
    // record's own.
    private static readonly int[] _monotone = [0, 2, 4, 5, 6, 19, 20, 21, 22, 23, 24, 26, 29, 30, 34, 38, 39, 44, 45, 49, 50, 52, 53, 64, 65, 66];

    // Behind them, once: folds by key, the first of each value, what a second sequence admits.
    private static readonly int[] _last = [27, 28, 32, 33, 35, 38, 40, 41, 42, 43, 55, 56, 57, 58, 59, 60, 61, 62];

    private static readonly OperatorChoice _standingOnRecords = new(new HashSet<int>(_monotone), new HashSet<int> { 0, 1, 6 }) { Last = new HashSet<int>(_last) };

    // Of these, every result that an input has part in goes with it. Not of what hands out the members of a group, each of
    // which follows from the whole group: by rule, not by need.
    private static readonly OperatorChoice _losingResults = new(new HashSet<int>(_monotone.Except([34, 44])), new HashSet<int> { 0, 1, 6 });

    [Fact]
    public void RandomPrograms_OnNothingButTheInputsOfARecord_GiveItAgain()
        => Try(_standingOnRecords, (program, values, record, inputs) =>
        {
            IReadOnlyList<int> again = program.Again(inputs.Contains);
            return again.Contains(values[record]) ? null : $"on {string.Join(" ", inputs)} alone it gave {string.Join(" ", again)}";
        });

    [Fact]
    public void RandomPrograms_WithoutOneInputOfARecord_GiveLess()
        => Try(_losingResults, (program, values, record, inputs) =>
        {
            foreach (long input in inputs)
            {
                IReadOnlyList<int> again = program.Again(other => other != input);
                if (again.Count >= values.Count) return $"without {input} it gave {string.Join(" ", again)}";
            }
            return null;
        });

    private static void Try(OperatorChoice choice, Func<Program, IReadOnlyList<int>, int, SortedSet<long>, string?> faultOf)
    {
        var sites = new OracleSites();
        List<Program> programs = [.. Enumerable.Range(_firstSeed, _programs).Select(seed => new Program(seed, sites, choice))];
        List<Run> runs = [.. programs.Select(program => program.Run())];
        Recorder.Flush();
        using RunRecording recording = RunRecording.Open(Recorder.RunDirectory!);
        var reader = new RecordedLineage(recording, sites);
        var faults = new List<string>();
        int tried = 0;
        for (int i = 0; i < programs.Count && faults.Count < 5; i++)
        {
            for (int record = 0; record < runs[i].Values.Count && !programs[i].WasCut; record++)
            {
                SortedSet<long> inputs = reader.Inputs(runs[i].Column![record]).Inputs;
                tried += inputs.Count;
                if (faultOf(programs[i], runs[i].Values, record, inputs) is not { } fault) continue;
                faults.Add($"seed {programs[i].Seed}: {runs[i].Text}\ngave {string.Join(" ", runs[i].Values)}; record {record} stands on {string.Join(" ", inputs)}, but {fault}");
                break;
            }
        }
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
        Assert.True(_programs < 100 || tried > _programs, "Hardly any inputs were tried.");
    }

    private sealed class Program(int seed, OracleSites sites, OperatorChoice choice)
    {
        private readonly OperatorChoice _choice = choice with { WasLong = [] };

        internal int Seed => seed;

        // The place of a record decides whether it is in what is left.
        internal bool WasCut => _choice.WasLong.Contains(true);

        internal Run Run() => Run(_choice);

        internal IReadOnlyList<int> Again(Func<long, bool> keeps) => Run(_choice.Again(keeps)).Values;

        private Run Run(OperatorChoice which)
        {
            var generator = new PipelineGenerator(seed, sites, keepsAll: false, which);
            return generator.RunToCollection(generator.WithLast(generator.Program(operators: 2 + seed % 7)));
        }
    }
}
