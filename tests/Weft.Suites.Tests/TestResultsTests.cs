// Proves that the results of a run are read as the runner wrote them: every outcome, and what was said where a test failed.
using Weft.Suites.Running;

namespace Weft.Suites.Tests;

public sealed class TestResultsTests
{
    [Fact]
    public void Read_AllOutcomes_AreCounted()
    {
        TestResults results = Trx.Of(("A", "Passed"), ("B", "Failed"), ("C", "NotExecuted"), ("D", "Passed"));

        Assert.Equal((4, 2, 1), (results.Count, results.Passed, results.Failed));
    }

    [Fact]
    public void Read_AFailedTest_HasItsMessage()
    {
        TestResults results = Trx.Of(("A", "Passed"), ("B", "Failed"));

        Assert.Equal("why B failed", results.MessageOf(results.Tests.Single(test => test.Name == "B")));
        Assert.Null(results.MessageOf(results.Tests.Single(test => test.Name == "A")));
    }

    [Fact]
    public void Read_SeveralCasesOfOneName_KeepsAllOutcomes()
    {
        TestResults results = Trx.Of(("A(x: 1)", "Passed"), ("A(x: 1)", "Failed"));

        Assert.Equal("Failed, Passed", results.Of(Assert.Single(results.Tests)));
    }
}
