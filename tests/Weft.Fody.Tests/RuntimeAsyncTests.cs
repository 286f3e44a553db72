using Microsoft.CodeAnalysis;
using Mono.Cecil;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: methods that the runtime, not the compiler, makes asynchronous are woven. Their bodies return the task's result, or nothing for a Task.
public class RuntimeAsyncTests
{
    private const string Source = """
        #pragma warning disable SYSLIB5007
        using System.Collections.Generic; using System.Linq; using System.Threading.Tasks;
        public static class C
        {
            static int s_count;
            public static async Task<List<int>> Values(int[] xs) { await Task.Yield(); return xs.Where(x => x > 1).ToList(); }
            public static async Task Nothing(int[] xs) { await Task.Yield(); s_count = xs.Where(x => x > 1).Count(); }
            public static async ValueTask<int> Value(int[] xs) { int n = xs.Select(x => x + 1).Sum(); await Task.Yield(); return n; }
        }
        """;

    [Theory]
    [InlineData(OptimizationLevel.Debug)]
    [InlineData(OptimizationLevel.Release)]
    public void Weave_RuntimeAsyncMethods_WeavesAll(OptimizationLevel optimization)
    {
        CompiledAssembly unwoven = TestCompiler.Compile(
            "RuntimeAsync", [("R.cs", Source)], optimization, [TestRuntime.Fake.Reference], features: KeyValuePair.Create("runtime-async", "on"));

        WeaveResult woven = TestWeaver.Weave(unwoven);

        Assert.Empty(woven.Warnings);
        using (ModuleDefinition module = IlPrinter.Read(unwoven)) Assert.DoesNotContain(module.GetTypes().SelectMany(type => type.Methods), method => method.Name == "MoveNext");
        KeptCode.AssertKept(unwoven, woven.Assembly);
        Assert.StartsWith("3 methods, 6 sites,", woven.Summary, StringComparison.Ordinal);
        Assert.Equal("Values", woven.Sites!.Rows.Single(r => r.Operator == "ToList").OutputName);
    }
}
