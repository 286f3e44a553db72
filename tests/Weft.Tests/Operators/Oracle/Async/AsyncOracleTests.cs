using Weft.Capture;

namespace Weft.Tests.Operators.Oracle.Async;

/// <summary>
/// Proves of the asynchronous operators what <see cref="OracleTests"/> proves of the others, over sources and lambdas that complete at once, that
/// suspend, and that go on on other threads. <c>ORACLE_SEED</c> and <c>ORACLE_ASYNC_PROGRAMS</c> choose others and more.
/// </summary>
public sealed class AsyncOracleTests
{
    private static readonly int _firstSeed = OracleTests.Setting("SEED", 1);
    private static readonly int _programs = OracleTests.Setting("ASYNC_PROGRAMS", 2000);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RandomPrograms_ReadBackFromTheRecording_StandOnTheInputsThatTheOracleNames(bool keepsAllWitnesses)
    {
        WitnessSetting.UseHere(keepsAllWitnesses ? Witnesses.All : Witnesses.First);
        var sites = new OracleSites();
        var runs = new List<Run>();
        for (int seed = _firstSeed; seed < _firstSeed + _programs; seed++)
        {
            var generator = new AsyncPipelineGenerator(seed, sites, keepsAllWitnesses);
            runs.Add(await generator.Run(generator.Program(operators: 2 + seed % 9)));
        }

        RecordedLineage.AssertAgrees(runs, sites, _programs);
    }
}
