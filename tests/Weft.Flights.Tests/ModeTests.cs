// Proves that the sample prints the same report in every mode, and that it records, and knows an answer, in the mode Record alone.
namespace Weft.Flights.Tests;

public sealed class ModeTests
{
    private static readonly Lazy<FlightsRun> _off = new(() => FlightsRun.Start("Flights.Off"));

    [Fact]
    public void Run_Record_SameReportAsOffAndARecordingInTheWorkingDirectory()
    {
        FlightsRun run = FlightsRun.Start();

        Assert.Equal(10, run.Report.Count);
        Assert.Equal(_off.Value.Report, run.Report);
        Assert.True(run.Recorded);
    }

    [Fact]
    public void Run_Off_NothingRecordedAndTheAnswerSaysSo()
    {
        Assert.False(_off.Value.Recorded);
        AssertKnowsNothing(_off.Value);
    }

    [Fact]
    public void Run_NoOp_SameReportAndNothingRecorded()
    {
        FlightsRun run = FlightsRun.Start("Flights.NoOp");

        Assert.Equal(_off.Value.Report, run.Report);
        Assert.False(run.Recorded);
        AssertKnowsNothing(run);
    }

    [Fact]
    public void Run_RecordWithWeft0_SameReportAndNothingRecorded()
    {
        FlightsRun run = FlightsRun.Start(environment: ("WEFT", "0"));

        Assert.Equal(_off.Value.Report, run.Report);
        Assert.False(run.Recorded);
        AssertKnowsNothing(run);
    }

    private static void AssertKnowsNothing(FlightsRun run)
    {
        Assert.Empty(run.NamedLines);
        Assert.Contains("not recorded", run.Answer);
    }
}
