using Microsoft.CodeAnalysis;
using Weft.Fody.Tests.Harness;
using Weft.Sites;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: which calls end a flow. Those that take a sequence or collection, as receiver or argument, and give one, from code that Weft
// does not follow; nothing else.
public class FlowEndTests
{
    private const string Library = """
        using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks;
        namespace More
        {
            public static class MoreEnumerable
            {
                public static IEnumerable<T> Every<T>(this IEnumerable<T> source, int n) => source.Where((_, i) => i % n == 0);
                public static IEnumerable<T> Yielded<T>(this IEnumerable<T> source) { foreach (T item in source) yield return item; }
                public static T[] Shuffled<T>(this IEnumerable<T> source) => source.Reverse().ToArray();
                public static T Pick<T>(this IEnumerable<T> source) => source.First();
                public static IReadOnlyList<T> Kept<T>(IReadOnlyList<T> source) => source;
                public static T[] Filled<T>(int count, T[] items) => items;
                public static Task<List<T>> Later<T>(IReadOnlyCollection<T> source) => Task.FromResult(source.ToList());
                public static ValueTask<T[]> Soon<T>(HashSet<T> source, int n, string s) => new(source.Take(n).ToArray());
                public static async IAsyncEnumerable<T> Streamed<T>(IEnumerable<T> source) { await Task.Yield(); foreach (T item in source) yield return item; }
                public static byte[] Hash(byte[] bytes) => bytes;
                public static Shelf Add(this Shelf shelf, int n) => shelf;
                public static string Text(this IEnumerable<string> source) => string.Concat(source);
                public static ArraySegment<T> Segment<T>(this IEnumerable<T> source) => new(source.ToArray());
                public static IQueryable<T> Query<T>(this IEnumerable<T> source) => source.AsQueryable();
                public static IEnumerable<T> Create<T>(Func<IEnumerable<T>> source) => source();
            }
            public sealed class Shelf : List<string>;
            public sealed class Bag<T>(IEnumerable<T> items) : List<T>(items)
            {
                public Bag<T> Plus(IEnumerable<T> more) => new(this.Concat(more));
            }
            public sealed class Holder<T>(IEnumerable<T> items) { public IEnumerable<T> Items => items; }
        }
        """;

    private static readonly CompiledAssembly _library =
        TestCompiler.Compile("More", [("More.cs", Library)], OptimizationLevel.Release, [TestRuntime.Fake.Reference]);

    [Theory]
    [InlineData("More.MoreEnumerable.Every(xs, 2)", "MoreEnumerable.Every of More is not woven")]
    [InlineData("More.MoreEnumerable.Yielded(xs)", "MoreEnumerable.Yielded of More is not woven")]
    [InlineData("More.MoreEnumerable.Shuffled(xs)", "MoreEnumerable.Shuffled of More is not woven")]
    [InlineData("new More.Bag<string>(xs)", "new Bag of More is not woven")]
    [InlineData("new System.Collections.Concurrent.ConcurrentQueue<string>(xs)", "new ConcurrentQueue of System.Collections.Concurrent is not woven")]
    [InlineData("new HashSet<string>(xs, StringComparer.Ordinal)", "new HashSet of System.Collections is not woven")]
    [InlineData("More.MoreEnumerable.Kept(xs)", "MoreEnumerable.Kept of More is not woven")]
    [InlineData("More.MoreEnumerable.Filled(2, xs)", "MoreEnumerable.Filled of More is not woven")]
    [InlineData("More.MoreEnumerable.Later(xs)", "MoreEnumerable.Later of More is not woven")]
    [InlineData("More.MoreEnumerable.Soon(Set, 1, \"\")", "MoreEnumerable.Soon of More is not woven", "Set")]
    [InlineData("More.MoreEnumerable.Streamed(xs)", "MoreEnumerable.Streamed of More is not woven")]
    [InlineData("new Stack<string>(Set)", "new Stack of System.Collections is not woven", "Set")]
    [InlineData("Stack.ToArray()", "Stack.ToArray of System.Collections is not woven", "Stack")]
    [InlineData("Sorted.GetViewBetween(\"a\", \"b\")", "SortedSet.GetViewBetween of System.Collections is not woven", "Sorted")]
    [InlineData("Map.Keys", "IReadOnlyDictionary.get_Keys of System.Runtime is not woven", "Map")]
    [InlineData("xs.AsSpan(1).ToArray()", "Span.ToArray of System.Runtime is not woven", null)]
    [InlineData("Task.WhenAll(xs.Select(async x => { await Task.Yield(); return x; })).Result", "Task.WhenAll of System.Runtime is not woven", null)]
    [InlineData("(IEnumerable<string>)[.. Set.Select(x => x), \"z\"]", "the collection expression is not woven", null)]
    [InlineData("(string[])[.. xs, \"z\"]", "the collection expression is not woven", null)]
    [InlineData("(List<string>)[.. xs, \"z\"]", "the collection expression is not woven", null)]
    [InlineData("Enumerable.Except(xs, [])", "Enumerable.Except is not woven")]
    [InlineData("Enumerable.Reverse(xs)", "Enumerable.Reverse is not woven")]
    [InlineData("Enumerable.ToHashSet(xs)", "Enumerable.ToHashSet is not woven")]
    [InlineData("ParallelEnumerable.ToList(Query)", "ParallelEnumerable.ToList is not woven", "Query")]
    [InlineData("Query.ToArray()", "ParallelEnumerable.ToArray is not woven", "Query")]
    [InlineData("Query.ToLookup(x => x)", "ParallelEnumerable.ToLookup is not woven", "Query", 75)]
    [InlineData("Query.Distinct()", "ParallelEnumerable.Distinct is not woven", "Query")]
    [InlineData("Local(xs)", "Run.Local yields records of its own")]
    public void FlowEnds_TakesAndGivesRecords_MarksTheResult(string call, string reason, string? source = "xs", int column = 48)
    {
        WeaveResult woven = Weave(call);
        var loaded = new LoadedAssembly(woven.Assembly, TestRuntime.Fake, [_library]);

        BuildMessage message = Assert.Single(woven.Messages, m => m.Level == "info");
        Assert.StartsWith($"C.cs(6,{column}): the flow ends at ", message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("__", message.Text, StringComparison.Ordinal);
        Assert.Contains(reason, message.Text, StringComparison.Ordinal);
        Assert.Empty(woven.Warnings);
        loaded.CompileEverything();
        Assert.NotNull(loaded.Run("C", "Run"));
        SiteRow row = Assert.Single(woven.Sites!.Rows, row => row.Operator is not ("Select" or "await"));
        Assert.Contains($"Recording Cut #{woven.Sites.Rows.ToList().IndexOf(row)}", loaded.Calls);
        Assert.Equal(source, row.SourceName);
    }

    [Theory]
    [InlineData("More.MoreEnumerable.Pick(xs)")]
    [InlineData("More.MoreEnumerable.Text(xs)")]
    [InlineData("More.MoreEnumerable.Hash([1, 2])")]
    [InlineData("More.MoreEnumerable.Add(new(), 2)")]
    [InlineData("new Dictionary<string, int>().Values")]
    [InlineData("((ILookup<string, string>)null!)?[\"a\"]!")]
    [InlineData("\"a,b\".Split(xs, StringSplitOptions.None)")]
    [InlineData("\"a,b\".Split([',', ';'])")]
    [InlineData("System.Text.RegularExpressions.Regex.Matches(\"a\", \"b\")")]
    [InlineData("new List<List<string>> { new() }[0]")]
    [InlineData("Task.FromResult(xs)")]
    [InlineData("(IEnumerable<string>)[\"z\", \"y\"]")]
    [InlineData("(List<string>)[\"z\", \"y\"]")]
    [InlineData("Directory.GetFiles(\".\", string.Concat(xs))")]
    [InlineData("More.MoreEnumerable.Segment(xs)")]
    [InlineData("More.MoreEnumerable.Query(xs)")]
    [InlineData("More.MoreEnumerable.Create(() => xs)")]
    [InlineData("new More.Holder<string>(xs)")]
    [InlineData("Enumerable.AsEnumerable(xs)")]
    [InlineData("Enumerable.Range(0, 2)")]
    [InlineData("Enumerable.Contains(xs, \"a\")")]
    [InlineData("xs.AsQueryable().Where(x => x != \"\")")]
    [InlineData("Query.AsEnumerable()")]
    [InlineData("Query.AsSequential()")]
    [InlineData("Query.Last()")]
    [InlineData("string.Join(\",\", xs)")]
    [InlineData("((Func<IEnumerable<string>, IEnumerable<string>>)(ys => ys))(xs)")]
    [InlineData("Weft.Lineage.Output(\"xs\", xs)")]
    [InlineData("xs.ToString()!")]
    public void FlowEnds_NothingToFollow_IsLeft(string call)
    {
        WeaveResult woven = Weave(call);

        Assert.Equal("0 methods, 0 sites, 0 outputs, 0 flows end (Record)", woven.Summary);
    }

    [Fact]
    public void FlowEnds_WovenLibrary_FollowsItAndItsIterators()
    {
        CompiledAssembly wovenLibrary = TestWeaver.Weave(_library).Assembly;

        Assert.EndsWith("0 flows end (Record)", Weave("More.MoreEnumerable.Every(xs, 2)", wovenLibrary).Summary, StringComparison.Ordinal);
        Assert.EndsWith("0 flows end (Record)", Weave("new More.Bag<string>(xs).Plus(xs)", wovenLibrary).Summary, StringComparison.Ordinal);
        Assert.EndsWith("0 flows end (Record)", Weave("More.MoreEnumerable.Yielded(xs)", wovenLibrary).Summary, StringComparison.Ordinal);

        CompiledAssembly withoutRecording = TestWeaver.Weave(_library, config: "<Weft Mode='NoOp'/>").Assembly;
        Assert.EndsWith("1 flow ends (Record)", Weave("More.MoreEnumerable.Yielded(xs)", withoutRecording).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void FlowEnds_UnderStrict_AreLocatedWarnings()
    {
        WeaveResult woven = TestWeaver.Weave(Compile("new System.Collections.Concurrent.ConcurrentQueue<string>(xs)", _library), config: "<Weft Strict='true'/>");

        Assert.Equal("C.cs(6,48)", Assert.Single(woven.Messages, m => m.Level == "warning").Place);
        Assert.EndsWith("1 flow ends (Record)", woven.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void FlowEnds_GenericContext_MarksWithItsArguments()
    {
        CompiledAssembly unwoven = Construct.CompileMembers("""
            public static int Run() => new Box<int>([1, 2]).Copy(n => n + "").Count;
            sealed class Box<T>(IEnumerable<T> items)
            {
                public System.Collections.Concurrent.ConcurrentQueue<KeyValuePair<T, R>> Copy<R>(Func<T, R> f) { var pairs = items.Select(i => KeyValuePair.Create(i, f(i))); return new System.Collections.Concurrent.ConcurrentQueue<KeyValuePair<T, R>>(pairs); }
            }
            """);
        WeaveResult woven = TestWeaver.Weave(unwoven);
        var loaded = new LoadedAssembly(woven.Assembly, TestRuntime.Fake);

        loaded.CompileEverything();
        Assert.Equal(2, loaded.Run("C", "Run"));
        Assert.Contains("Recording Cut #1", loaded.Calls);
        Assert.Empty(StackCheck.Warnings(woven.Assembly, TestRuntime.Fake));
    }

    private static WeaveResult Weave(string call, CompiledAssembly? library = null) =>
        TestWeaver.Weave(Compile(call, library ?? _library), references: [library ?? _library]);

    private static CompiledAssembly Compile(string call, CompiledAssembly library) =>
        Construct.CompileMembers($"public static readonly string[] Xs = [\"a\", \"b\"];\npublic static ParallelQuery<string> Query => ParallelEnumerable.Repeat(\"a\", 2); public static HashSet<string> Set => [\"a\", \"b\"]; public static Stack<string> Stack => new(); public static SortedSet<string> Sorted => []; public static IReadOnlyDictionary<string, string> Map => new Dictionary<string, string>();\npublic static object Run() {{ string[] xs = Xs; return {call}; [Weft.NotWoven] static IEnumerable<string> Local(IEnumerable<string> ys) {{ foreach (string y in ys) yield return y; }} }}", OptimizationLevel.Debug, [library]);
}
