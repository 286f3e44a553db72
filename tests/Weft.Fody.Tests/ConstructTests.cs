using Microsoft.CodeAnalysis;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: each C# construct, Debug and Release, is woven as its snapshot says, is accepted by the JIT and by a decompiler's stack check, differs
// from what the compiler wrote by the insertions alone, and gives the same result as unwoven.
public class ConstructTests
{
    public static TheoryData<string, OptimizationLevel> Cases => Construct.Cases();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Weave_Construct_GivesTheSnapshot(string name, OptimizationLevel optimization)
    {
        (_, WeaveResult woven) = Construct.Weave(name, optimization);

        Snapshot.Matches($"{name}.{optimization}", IlPrinter.Print(woven));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Weave_Construct_RunsAsUnwoven(string name, OptimizationLevel optimization)
    {
        (CompiledAssembly unwoven, WeaveResult woven) = Construct.Weave(name, optimization);
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
    public void Weave_Construct_LeavesEverythingElseAsTheCompilerWroteIt(string name, OptimizationLevel optimization)
    {
        (CompiledAssembly unwoven, WeaveResult woven) = Construct.Weave(name, optimization);

        KeptCode.AssertKept(unwoven, woven.Assembly);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Weave_Construct_GivesCodeThatADecompilerReadsWithoutWarning(string name, OptimizationLevel optimization)
    {
        (_, WeaveResult woven) = Construct.Weave(name, optimization);

        Assert.Empty(StackCheck.Warnings(woven.Assembly, TestRuntime.Fake));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Weave_Construct_WarnsOfNothing(string name, OptimizationLevel optimization)
    {
        (_, WeaveResult woven) = Construct.Weave(name, optimization);

        Assert.Empty(woven.Warnings);
        Assert.Empty(woven.Errors);
    }
}
