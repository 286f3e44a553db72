using Weft.Capture;

namespace Weft.Tests.Operators.Oracle.Parallel;

/// <summary>
/// Proves of PLINQ's operators what <see cref="OracleTests"/> proves of the others, in ordered queries and in unordered ones (whose results are compared without their order),
/// on up to eight partitions. <c>ORACLE_SEED</c> and <c>ORACLE_PARALLEL_PROGRAMS</c> choose others and more.
/// </summary>
public sealed class ParallelOracleTests
{
    private static readonly int _firstSeed = OracleTests.Setting("SEED", 1);
    private static readonly int _programs = OracleTests.Setting("PARALLEL_PROGRAMS", 1500);

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void RandomPrograms_ReadBackFromTheRecording_StandOnTheInputsThatTheOracleNames(bool isOrdered, bool keepsAllWitnesses)
    {
        WitnessSetting.UseHere(keepsAllWitnesses ? Witnesses.All : Witnesses.First);
        try
        {
            RunPrograms(isOrdered, keepsAllWitnesses);
        }
        finally
        {
            WitnessSetting.UseHere(null);
        }
    }

    private static void RunPrograms(bool isOrdered, bool keepsAllWitnesses)
    {
        var sites = new OracleSites();
        var runs = new List<Run>();
        for (int seed = _firstSeed; seed < _firstSeed + _programs; seed++)
        {
            var generator = new ParallelPipelineGenerator(seed, sites, isOrdered, keepsAllWitnesses);
            runs.Add(generator.Run(generator.Program(operators: 2 + seed % 9)));
        }

        RecordedLineage.AssertAgrees(runs, sites, _programs);
    }
}
