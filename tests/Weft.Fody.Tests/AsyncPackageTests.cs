using Microsoft.CodeAnalysis;
using Mono.Cecil;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: operators of the package System.Linq.Async are woven like the base library's where records are recorded and the results are the same, and
// are left to the package everywhere else.
public class AsyncPackageTests
{
    private const string Package = """
        namespace System.Linq;
        using System.Collections.Generic;
        public static class AsyncEnumerable
        {
            public static IAsyncEnumerable<T> ToAsyncEnumerable<T>(this IEnumerable<T> source) => null!;
            public static IAsyncEnumerable<T> SkipLast<T>(this IAsyncEnumerable<T> source, int count) => source;
            public static IAsyncEnumerable<T> Take<T>(this IAsyncEnumerable<T> source, int count) => source;
        }
        """;

    private const string Program = """
        extern alias package;
        using package::System.Linq;
        using System.Collections.Generic;
        public static class C
        {
            public static IAsyncEnumerable<int> Run(int[] xs) => xs.ToAsyncEnumerable().SkipLast(0).Take(1);
        }
        """;

    [Theory]
    [InlineData("Record", "Take")]
    [InlineData("NoOp", "")]
    public void Weave_OperatorsOfThePackage_AreThoseThatGiveTheSame(string mode, string woven)
    {
        CompiledAssembly package = TestCompiler.Compile("System.Linq.Async", [("P.cs", Package)], OptimizationLevel.Release, symbols: false);
        CompiledAssembly program = TestCompiler.Compile(
            "Program", [("C.cs", Program)], OptimizationLevel.Release,
            [TestRuntime.Real.Reference, MetadataReference.CreateFromImage(package.Dll, new MetadataReferenceProperties(aliases: ["package"]))]);

        WeaveResult result = TestWeaver.Weave(program, TestRuntime.Real, $"<Weft Mode=\"{mode}\"/>", [package]);

        using ModuleDefinition module = IlPrinter.Read(result.Assembly);
        IEnumerable<string> operators = module.GetType("C").Methods.Single(m => m.Name == "Run").Body.Instructions
            .Select(i => i.Operand).OfType<MethodReference>().Where(m => m.DeclaringType.FullName == "Weft.Woven" && m.Name is not ("Cut" or "CutFrom")).Select(m => m.Name);
        Assert.Equal(woven, string.Join(" ", operators));
    }
}
