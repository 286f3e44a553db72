using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.Lineage.LineageLostHereFix>;

namespace Weft.Analyzers.Tests;

/// <summary>Proves that the harness fails when it should: a test that cannot fail proves nothing.</summary>
public sealed class HarnessTests
{
    [Fact]
    public async Task Run_WithAMissingDiagnostic_FailsAndNamesIt()
    {
        TestFailure failure = await Assert.ThrowsAsync<TestFailure>(() => Verify.AnalyzerAsync("class C { int {|WEFT302:x|}; }"));

        Assert.Contains("missing: WEFT302 at /0/Test0.cs", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithAnUnexpectedDiagnostic_FailsAndShowsItAsMarkup()
    {
        TestFailure failure = await Assert.ThrowsAsync<TestFailure>(() => Verify.AnalyzerAsync(
            "using System.Linq; class C { object M(int[] a) => a.Interleave(a); }" + Lineage.LineageLostHereTests.LaterLinq));

        Assert.Contains("unexpected: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("a.{|WEFT302:Interleave|}(a)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithCodeThatDoesNotCompile_FailsUnlessTheErrorIsMarked()
    {
        TestFailure failure = await Assert.ThrowsAsync<TestFailure>(() => Verify.AnalyzerAsync("class C { Nope x; }"));
        Assert.Contains("CS0246", failure.Message, StringComparison.Ordinal);

        await Verify.AnalyzerAsync("class C { {|CS0246:Nope|} x; }");
    }

    [Fact]
    public async Task Run_WithTheWrongArguments_Fails()
    {
        var test = new Verify.Test("using System.Linq; class C { object M(int[] a) => a.{|#0:Interleave|}(a); }" + Lineage.LineageLostHereTests.LaterLinq);
        test.TestState.ExpectedDiagnostics.Add(Verify.Diagnostic("WEFT302").WithLocation(0).WithArguments("Other"));

        await Assert.ThrowsAsync<TestFailure>(() => test.RunAsync());
    }

    [Fact]
    public async Task Run_WithMarkupThatIsNotClosed_Fails()
        => await Assert.ThrowsAsync<ArgumentException>(() => Verify.AnalyzerAsync("class C { int {|WEFT302:x; }"));
}
