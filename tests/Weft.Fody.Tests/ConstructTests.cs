using Microsoft.CodeAnalysis;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: each C# construct, Debug and Release, is woven as its snapshot says, is accepted by the JIT, and gives the same result as unwoven.
public class ConstructTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (string name in Construct.Names)
        {
            cases.Add(name, nameof(OptimizationLevel.Debug));
            cases.Add(name, nameof(OptimizationLevel.Release));
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Weave_Construct_GivesTheSnapshot(string name, string optimization)
    {
        WeaveResult woven = Weave(name, optimization, out _);

        Snapshot.Matches($"{name}.{optimization}", IlPrinter.Print(woven));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Weave_Construct_RunsAsUnwoven(string name, string optimization)
    {
        WeaveResult woven = Weave(name, optimization, out CompiledAssembly unwoven);
        var before = new LoadedAssembly(unwoven, TestRuntime.Fake);
        var after = new LoadedAssembly(woven.Assembly, TestRuntime.Fake);

        Assert.True(after.CompileEverything() > 0);
        Assert.Equal(Construct.Run(name, before), Construct.Run(name, after));
        Assert.Equal("RegisterModule <Weft>Sites 1", Assert.Single(after.Calls, call => call.StartsWith("RegisterModule", StringComparison.Ordinal)));
        Assert.True(after.Calls.Count > 1);
        Assert.Empty(before.Calls);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Weave_Construct_WarnsOfNothing(string name, string optimization)
    {
        WeaveResult woven = Weave(name, optimization, out _);

        Assert.Empty(woven.Warnings);
        Assert.Empty(woven.Errors);
    }

    private static WeaveResult Weave(string name, string optimization, out CompiledAssembly unwoven)
    {
        unwoven = Construct.Compile(name, Enum.Parse<OptimizationLevel>(optimization));
        return TestWeaver.Weave(unwoven);
    }
}
