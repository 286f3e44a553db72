using Microsoft.CodeAnalysis;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: what collections do with their own records is followed or said to be incomplete, woven against the product's runtime, in Debug and
// Release; the values are those of the unwoven program.
public class CollectionLineageTests
{
    private const string Program = """
        static readonly int[] s_numbers = [5, 1, 4, 2, 3];
        static (string, string) Answer<T>(ICollection<T> list) => (string.Join(",", list), Weft.Lineage.Of(list, list.Count - 1, "list").Why().ToString());

        public static object AsSpan()
        {
            var kept = s_numbers.Select(n => n).ToList();
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(kept).Reverse();
            return Answer(kept.Select(n => n).ToList());
        }
        """;

    public static TheoryData<string, string> Answers => new()
    {
        { "AsSpan", "incomplete:" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Why_RecordThatACollectionGave_SaysWhereFrom(string method, string expected)
    {
        foreach (OptimizationLevel optimization in new[] { OptimizationLevel.Debug, OptimizationLevel.Release })
        {
            CompiledAssembly unwoven = Construct.CompileMembers(Program, optimization, runtime: TestRuntime.Real);
            var (values, _) = ((string, string))new LoadedAssembly(unwoven, TestRuntime.Real).Run("C", method)!;

            WeaveResult woven = TestWeaver.Weave(unwoven, TestRuntime.Real);
            var loaded = new LoadedAssembly(woven.Assembly, TestRuntime.Real);
            loaded.CompileEverything();
            var (wovenValues, answer) = ((string, string))loaded.Run("C", method)!;

            Assert.Equal(values, wovenValues);
            Assert.Contains(expected, answer, StringComparison.Ordinal);
            Assert.Empty(StackCheck.Warnings(woven.Assembly, TestRuntime.Real));
        }
    }
}
