// Proves that the soak run works from its command line to its exit code, on a flow that is short for it.
using Weft.Package.Tests;

namespace Weft.Benchmarks.Tests;

public sealed class SoakTests
{
    [Fact]
    public void Soak_OfAMillionRecords_IsBoundedAndLosesNothing()
    {
        CommandResult run = Run("soak", "--records", "1000000").Succeeded();

        Assert.Contains("1,000,000", run.Output);
        Assert.Contains("bounded; result equal", run.Output);
    }

    [Fact]
    public void Soak_OfTooFewRecords_SaysHowMany() => Assert.Contains("from 20 on", Run("soak", "--records", "3").Failed().Output);

    private static CommandResult Run(params string[] arguments) =>
        DotNet.Run(Path.GetTempPath(), [Path.Combine(AppContext.BaseDirectory, "Weft.Benchmarks.dll"), .. arguments]);
}
