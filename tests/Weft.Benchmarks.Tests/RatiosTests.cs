// Proves that the paired runner works from its command line to its exit code; says nothing about the figures.
using System.Text.Json;
using Weft.Package.Tests;

namespace Weft.Benchmarks.Tests;

public sealed class RatiosTests
{
    private static readonly string[][] _scenarios =
    [
        ["linear", "tolist", "etl", "reachability", "forkjoin", "toarray", "orderby", "groupby"],
        ["join", "distinct", "aggregate", "iterator", "async", "plinq"],
        ["channel", "asyncchain", "asyncsync", "lock", "dataflow", "small", "queues"],
    ];

    [Fact]
    public void Ratios_Scenarios_AreThoseMeasuredHere()
    {
        IEnumerable<string> names = Run("ratios", "--scenario", "none").Output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith('\'')).Select(line => line.Trim('\''));
        Assert.Equal(_scenarios.SelectMany(part => part), names);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Ratios_EveryScenario_ResultsAreEqualAndNothingIsDropped(int part)
    {
        JsonElement[] measured = Measure(["--mode", "record", .. _scenarios[part].SelectMany(scenario => new[] { "--scenario", scenario })]);

        Assert.Equal(_scenarios[part], measured.Select(m => m.GetProperty("Scenario").GetString()));
        foreach (JsonElement m in measured)
        {
            Assert.True(m.GetProperty("ResultsAreEqual").GetBoolean());
            Assert.Equal(0, m.GetProperty("Drops").GetInt64());
            Assert.True(m.GetProperty("BytesPerRun").GetDouble() > 0);
            AssertPlausible(m);
        }
        Assert.All(measured.Where(m => m.GetProperty("Scenario").GetString() == "etl"), etl => Assert.True(etl.GetProperty("EdgesPerRun").GetDouble() > 2 * 20_000));
    }

    [Fact]
    public void Ratios_EveryMode_IsMeasuredBesideTheUnwovenBuild()
    {
        JsonElement[] measured = Measure("--scenario", "linear", "--mode", "noop", "--mode", "off", "--mode", "activity");

        Assert.Equal(["noop", "off", "activity"], measured.Select(m => m.GetProperty("Mode").GetString()));
        Assert.All(measured, AssertPlausible);
    }

    [Fact]
    public void Ratios_SeveralProcesses_ShareThePairs()
    {
        JsonElement measured = Assert.Single(Measure("--scenario", "linear", "--mode", "record", "--pairs", "3", "--processes", "2"));

        Assert.Equal(3, measured.GetProperty("Pairs").GetInt32());
        Assert.Equal(2, measured.GetProperty("Processes").GetInt32());
        AssertPlausible(measured);
    }

    [Fact]
    public void Ratios_EdgesThatAreNone_SaysWhereAndWhatWasExpected()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "1 2\nthree\n");

            CommandResult run = Run("ratios", "--scenario", "reachability", "--mode", "off", "--pairs", "1", "--edges", file).Failed();

            Assert.Contains($"{file}:2: expected two node numbers", run.Output);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Ratios_Help_NamesItsOptions()
    {
        string help = Run("ratios", "--help").Succeeded().Output;

        foreach (string option in new[] { "--scenario", "--mode", "--edges", "--pairs", "--processes", "--json" }) Assert.Contains(option, help);
    }

    private static JsonElement[] Measure(params string[] arguments)
    {
        string file = Path.GetTempFileName();
        try
        {
            Run(["ratios", .. arguments.Contains("--pairs") ? [] : new[] { "--pairs", "1" }, "--json", file, .. arguments]).Succeeded();
            using JsonDocument figures = JsonDocument.Parse(File.ReadAllText(file));
            return [.. figures.RootElement.GetProperty("Measurements").EnumerateArray().Select(m => m.Clone())];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void AssertPlausible(JsonElement m)
    {
        Assert.InRange(m.GetProperty("Ratio").GetProperty("Median").GetDouble(), 0.01, 1000);
        Assert.True(m.GetProperty("UnwovenNanosecondsPerRecord").GetDouble() > 0);
    }

    private static CommandResult Run(params string[] arguments) =>
        DotNet.Run(Path.GetTempPath(), [Path.Combine(AppContext.BaseDirectory, "Weft.Benchmarks.dll"), .. arguments]);
}
