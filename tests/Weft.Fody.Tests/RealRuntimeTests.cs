using Microsoft.CodeAnalysis;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: woven against the product's runtime, in both modes, each construct compiles, passes a decompiler's stack check, and gives the unwoven result.
public class RealRuntimeTests
{
    public static TheoryData<string, OptimizationLevel> Cases => Construct.Cases();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Weave_Construct_RunsAsUnwoven(string name, OptimizationLevel optimization)
    {
        CompiledAssembly unwoven = Construct.Compile(name, optimization, TestRuntime.Real);
        object? expected = Construct.Run(name, new LoadedAssembly(unwoven, TestRuntime.Real));

        foreach (string mode in new[] { "Record", "NoOp" })
        {
            WeaveResult woven = TestWeaver.Weave(unwoven, TestRuntime.Real, $"<Weft Mode='{mode}'/>");
            var loaded = new LoadedAssembly(woven.Assembly, TestRuntime.Real);

            loaded.CompileEverything();
            Assert.Equal(expected, Construct.Run(name, loaded));
            Assert.Empty(woven.Warnings);
            Assert.Empty(StackCheck.Warnings(woven.Assembly, TestRuntime.Real));
        }
    }
}
