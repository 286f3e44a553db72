// Proves that no test which ends otherwise escapes the comparison of two runs, and that a theory whose cases are only named otherwise does not count.
using Weft.Suites.Comparison;

namespace Weft.Suites.Tests;

public sealed class DifferencesTests
{
    [Fact]
    public void Between_EqualRuns_IsEmpty()
    {
        Differences differences = Differences.Between(Trx.Of(("A", "Passed"), ("B", "Failed")), Trx.Of(("B", "Failed"), ("A", "Passed")));

        Assert.Empty(differences.Tests);
        Assert.Equal(0, differences.Renamed);
    }

    [Theory]
    [InlineData("Passed", "Failed")]
    [InlineData("Failed", "Passed")]
    [InlineData("Passed", "NotExecuted")]
    public void Between_ATestThatEndedOtherwise_TellsItWithBothOutcomes(string before, string after)
    {
        Difference difference = Assert.Single(Differences.Between(Trx.Of(("A", before), ("B", "Passed")), Trx.Of(("A", after), ("B", "Passed"))).Tests);

        Assert.Equal(("A", before, after), (difference.Test.Name, difference.Before, difference.After));
    }

    [Fact]
    public void Between_ATestThatDidNotRun_TellsIt()
    {
        Difference difference = Assert.Single(Differences.Between(Trx.Of(("A", "Passed"), ("B", "Passed")), Trx.Of(("A", "Passed"))).Tests);

        Assert.Equal(("B", "did not run"), (difference.Test.Name, difference.After));
    }

    [Fact]
    public void Between_OneCaseOfSeveralOfTheSameName_TellsIt()
        => Assert.Single(Differences.Between(Trx.Of(("A(x: 1)", "Passed"), ("A(x: 1)", "Passed")), Trx.Of(("A(x: 1)", "Passed"), ("A(x: 1)", "Failed"))).Tests);

    [Fact]
    public void Between_CasesThatAreOnlyNamedOtherwise_CountsThemApart()
    {
        Differences differences = Differences.Between(Trx.Of(("A(at: 17)", "Passed"), ("A(at: 18)", "Passed")), Trx.Of(("A(at: 21)", "Passed"), ("A(at: 18)", "Passed")));

        Assert.Empty(differences.Tests);
        Assert.Equal(1, differences.Renamed);
    }

    [Fact]
    public void Between_CasesOfOneNameThatAreNamedOtherwiseByPairs_AreTheSame()
        => Assert.Empty(Differences.Between(
            Trx.Of(("A(x: Channel)", "Passed"), ("A(x: Writer)", "Passed"), ("A(x: Writer)", "Passed")),
            Trx.Of(("A(x: Woven)", "Passed"), ("A(x: Woven)", "Passed"), ("A(x: WovenWriter)", "Passed"))).Tests);

    [Fact]
    public void Between_CasesThatAreNamedOtherwiseAndFail_TellsThem()
        => Assert.NotEmpty(Differences.Between(Trx.Of(("A(at: 17)", "Passed")), Trx.Of(("A(at: 21)", "Failed"))).Tests);
}
