using Microsoft.CodeAnalysis;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: [NotWoven] leaves what bears it, and what the compiler made from it, as it was. (Overloads and properties: the construct OptOuts.)
public class OptOutTests
{
    [Fact]
    public void NotWoven_OnTheAssembly_LeavesTheModule()
    {
        CompiledAssembly unwoven = TestCompiler.Compile(
            "Plain",
            [("P.cs", "using System.Linq; [assembly: Weft.NotWoven] public static class P { public static int Run() => new[] { 1 }.Where(n => n > 0).Count(); }")],
            OptimizationLevel.Release,
            [TestRuntime.Fake.Reference]);

        WeaveResult woven = TestWeaver.Weave(unwoven);

        Assert.Equal("high: Plain is marked [assembly: Weft.NotWoven]; nothing is done", Assert.Single(woven.Messages).ToString());
        Assert.Null(woven.Sites);
    }

    [Theory]
    [InlineData("[Weft.NotWoven] public static IEnumerable<int> Run() { foreach (int n in new[] { 1 }.Select(n => n)) yield return n; }")]
    [InlineData("[Weft.NotWoven] public static async Task<int> Run() { await Task.Yield(); return new[] { 1 }.Select(n => n).Count(); }")]
    [InlineData("[Weft.NotWoven] public static async IAsyncEnumerable<int> Run() { await Task.Yield(); yield return new[] { 1 }.Select(n => n).Count(); }")]
    [InlineData("[Weft.NotWoven] public static int Run() { int m = 1; return F(); int F() => new[] { m }.Select(n => new[] { n }.Count()).First(); }")]
    [InlineData("public static int Run() { Func<int> f = [Weft.NotWoven] () => new[] { 1 }.Select(n => new[] { n }.Count()).First(); return f(); }")]
    [InlineData("public static Task<int> Run() { Func<Task<int>> f = [Weft.NotWoven] async () => { await Task.Yield(); return new[] { 1 }.Count(); }; return f(); }")]
    [InlineData("public static int Run() { return F(); [Weft.NotWoven] int F() => new[] { 1 }.Select(n => new[] { n }.Count()).First(); }")]
    [InlineData("[Weft.NotWoven] public struct S { public int N { get { return new[] { 1 }.Select(n => n).Count(); } } public class D { public int M = new[] { 1 }.Count(); } }")]
    public void NotWoven_OnAMember_CoversWhatTheCompilerMadeOfIt(string members)
    {
        foreach (OptimizationLevel optimization in new[] { OptimizationLevel.Debug, OptimizationLevel.Release })
            Assert.Equal("0 methods, 0 sites, 0 outputs, 0 flows end (Record)", TestWeaver.Weave(Construct.CompileMembers(members, optimization)).Summary);
    }
}
