using System.Globalization;
using Weft.Capture;

namespace Weft.Tests.Operators.Oracle;

/// <summary>
/// Proves that what is recorded is the lineage that the operators' rules say: random programs run woven, and beside them a slow, obvious
/// interpreter that carries a set of inputs with every value; then each record's inputs are read back from the recording's files.
/// A failure names the seed; <c>ORACLE_SEED</c> starts there, <c>ORACLE_PROGRAMS</c> says how many.
/// </summary>
public sealed class OracleTests
{
    private static readonly int _firstSeed = Setting("SEED", 1);
    private static readonly int _programs = Setting("PROGRAMS", 4000);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RandomPrograms_ReadBackFromTheRecording_StandOnTheInputsThatTheOracleNames(bool keepsAllWitnesses)
    {
        WitnessSetting.UseHere(keepsAllWitnesses ? Witnesses.All : Witnesses.First);
        try
        {
            RunPrograms(keepsAllWitnesses);
        }
        finally
        {
            WitnessSetting.UseHere(null);
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

        RecordedLineage.AssertAgrees(runs, sites, _programs);
    }

    internal static int Setting(string name, int otherwise)
        => Environment.GetEnvironmentVariable("ORACLE_" + name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
