using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: a text that records are written out to follows from each of them, where it is kept; a list that is only written out stays an output; and the lines of a file
// read by a task are roots by file and line. Woven against the product's runtime, in Debug and Release.
public class TextLineageTests
{
    private const string Program = """
        static readonly int[] s_numbers = [5, 1, 4, 2];
        static IEnumerable<int> Flow() => s_numbers.Where(n => n != 4);
        static (string, string) Answer<T>(List<T> list, int at) => (string.Join(",", list), Weft.Lineage.Of(list, at, "list").Why().ToString());
        static async Task<List<string>> Read()
        {
            string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + "weft-lines.txt");
            try
            {
                await File.WriteAllLinesAsync(path, ["one", "two", "three"]);
                string[] lines = await File.ReadAllLinesAsync(path);
                return lines.Where(l => l != "two").ToList();
            }
            finally
            {
                File.Delete(path);
            }
        }
        public static object Lines() => Answer(Read().GetAwaiter().GetResult(), 1);
        public static object WrittenOut() { List<int> kept = Flow().ToList(); Console.Error.Write(string.Join("", kept.Take(0))); return Answer(kept, 1); }
        """;

    public static TheoryData<string, string> Answers => new()
    {
        { "Lines", "weft-lines.txt:3" },
        { "WrittenOut", "└─ s_numbers[1]  (Where, ToList)" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Why_RecordBesideATextOfIt_SaysWhereFrom(string method, string expected) => Lineages.Check(Program, method, expected, isExact: true);

    [Fact]
    public void Outputs_OfAListThatIsOnlyWrittenOut_AreTheListAndTheText()
    {
        CompiledAssembly unwoven = Construct.CompileMembers("""
            public static string Run()
            {
                List<int> late = new[] { 1, 2 }.Where(n => n > 1).ToList();
                string line = string.Join(", ", late);
                string whole = string.Concat(new[] { 1, 2 }.Select(n => n + 1));
                return line + whole + string.Concat("a", "b");
            }
            """, Microsoft.CodeAnalysis.OptimizationLevel.Debug, runtime: TestRuntime.Real);

        WeaveResult woven = TestWeaver.Weave(unwoven, TestRuntime.Real);

        Assert.Equal(["late", "line", "whole"], woven.Sites!.Rows.Select(row => row.OutputName).Where(name => name is not null));
        Assert.Equal("223ab", new LoadedAssembly(woven.Assembly, TestRuntime.Real).Run("C", "Run"));
    }
}
