using Microsoft.CodeAnalysis;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: what an extension method of an unwoven library gives for a database connection, rows as a sequence or a task of one, is a source by the name of the call,
// with the rows' own numbers; read by operators and by loops, it is exact.
public class RowSequenceTests
{
    private const string Library = """
        using System.Collections.Generic; using System.Data; using System.Linq; using System.Threading.Tasks;
        public static class Mapper
        {
            public static IEnumerable<T> Query<T>(this IDbConnection connection, string sql, object parameters = null) => sql.Split(' ').Select(word => (T)(object)word).ToList();
            public static IEnumerable<T> Unbuffered<T>(this IDbConnection connection, string sql) { foreach (string word in sql.Split(' ')) yield return (T)(object)word; }
            public static async Task<IEnumerable<T>> QueryAsync<T>(this IDbConnection connection, string sql) { await Task.Yield(); return connection.Query<T>(sql); }
        }
        """;

    private const string Program = """
        using System.Collections.Generic; using System.Data; using System.Linq; using System.Threading.Tasks;
        public static class C
        {
            static readonly IDbConnection s_connection = null;
            static (string, string) Answer(List<string> list) => (string.Join(",", list), Weft.Lineage.Of(list, list.Count - 1, "list").Why().ToString());
            public static object Query() => Answer(s_connection.Query<string>("a bb cc", new { Id = 1 }).Where(w => w.Length > 1).ToList());
            public static object Unbuffered() => Answer(s_connection.Unbuffered<string>("a bb cc").Where(w => w.Length > 1).ToList());
            static async Task<List<string>> Rows() => (await s_connection.QueryAsync<string>("a bb cc")).Where(w => w.Length > 1).ToList();
            public static object QueryAsync() => Answer(Rows().GetAwaiter().GetResult());
        }
        """;

    public static TheoryData<string, string> Answers => new()
    {
        { "Query", "└─ s_connection.Query[2]  (Where C.cs:6, ToList C.cs:6)\n" },
        { "Unbuffered", "└─ s_connection.Unbuffered[2]  (Where C.cs:7, ToList C.cs:7)\n" },
        { "QueryAsync", "[2]  (Where C.cs:8, ToList C.cs:8)\n" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Why_RowOfAMappersQuery_NamesTheCallAndTheRow(string method, string expected)
    {
        foreach (OptimizationLevel optimization in new[] { OptimizationLevel.Debug, OptimizationLevel.Release })
        {
            CompiledAssembly library = TestCompiler.Compile("Mapper", [("Mapper.cs", Library)], optimization);
            CompiledAssembly unwoven = TestCompiler.Compile("Rows", [("C.cs", Program)], optimization, [TestRuntime.Real.Reference, MetadataReference.CreateFromImage(library.Dll)]);
            WeaveResult woven = TestWeaver.Weave(unwoven, TestRuntime.Real, references: [library]);

            var (values, _) = ((string, string))new LoadedAssembly(unwoven, TestRuntime.Real, [library]).Run("C", method)!;
            var (wovenValues, answer) = ((string, string))new LoadedAssembly(woven.Assembly, TestRuntime.Real, [library]).Run("C", method)!;

            Assert.Equal(values, wovenValues);
            Assert.Contains(expected, answer, StringComparison.Ordinal);
            Assert.DoesNotContain("incomplete", answer, StringComparison.Ordinal);
        }
    }
}
