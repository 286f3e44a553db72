namespace Weft.Package.Tests;

/// <summary>
/// Proves that a consumer's build reports the rules, that <c>dotnet format</c> mends what they report, that the mended program builds without a word, and that its recording has what was missing before.
/// </summary>
public sealed class FixTests
{
    public static TheoryData<string> Rules => [.. FixCases.All.Select(each => each.Rule)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Build_OfABrokenProgram_ReportsTheRule(string rule)
        => Assert.Contains($"warning WEFT{rule}:", FixedConsumer.Instance.FirstBuild, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Format_OfABrokenProgram_MendsIt(string rule)
        => Assert.DoesNotContain($"Case{rule}.cs(", FixedConsumer.Instance.SecondBuild, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Recording_OfTheMendedProgram_HasWhatWasMissing(string rule)
    {
        string[] before = FixedConsumer.Instance.Before(rule);
        string[] after = FixedConsumer.Instance.After(rule);

        // Long-lived work leaves the trace of the request; everything else is better told in it.
        if (rule == "207") Assert.Contains(before.Except(after), each => each.StartsWith("start sweeper", StringComparison.Ordinal));
        else Assert.True(after.Except(before).Any(), $"before:\n{string.Join('\n', before)}\nafter:\n{string.Join('\n', after)}");
    }

    [Fact]
    public void Build_OfABrokenProgram_HasAtMostOneDiagnosticALine()
        => Assert.All(FixedConsumer.Diagnostics(FixedConsumer.Instance.FirstBuild).GroupBy(each => each.Place), line => Assert.Single(line));

    [Fact]
    public void Build_OfGeneratedCode_ReportsNothingInIt()
        => Assert.DoesNotContain(FixedConsumer.Generated, FixedConsumer.Instance.FirstBuild, StringComparison.Ordinal);

    [Fact]
    public void Compiler_LoadsTheRules()
    {
        Assert.DoesNotContain("CS8032", FixedConsumer.Instance.FirstBuild, StringComparison.Ordinal);
        Assert.DoesNotContain("CS9057", FixedConsumer.Instance.FirstBuild, StringComparison.Ordinal);
    }
}
