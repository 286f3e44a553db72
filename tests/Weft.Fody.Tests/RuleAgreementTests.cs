extern alias rules;

using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: the editor and the build name the same places where a flow ends. Each expression is a member on a line of its own; the lines of which the weaver tells the build are those at which WEFT302 stands, but for
// exceptions that are written down here with their reason.
public partial class RuleAgreementTests
{
    // With the reason why only one of the two names it, where that is so.
    private static readonly (string Expression, string? Exception)[] _expressions =
    [
        // Followed by the catalog.
        ("xs.Where(x => x != \"\").OrderBy(x => x).ToList()", null),
        ("from x in xs where x != \"\" select x + x", null),
        ("new List<string>(xs)", null),
        ("xs.ToImmutableList().AddRange(xs)", null),
        ("xs.AsParallel().Select(x => x).ToArray()", null),
        ("list.GetRange(0, 1)", null),
        ("list.ConvertAll(x => x)", null),
        ("Array.ConvertAll(xs, x => x)", null),
        ("channel.Reader.ReadAllAsync()", null),
        ("blocking.GetConsumingEnumerable()", null),
        ("list.AsReadOnly()", null),
        ("xs.ToFrozenSet()", null),
        // Of the base libraries, not followed.
        ("new ReadOnlyCollection<string>(list)", null),
        ("new Collection<string>(list)", null),
        ("new HashSet<string>(xs, StringComparer.Ordinal)", null),
        ("new Stack<string>(set)", null),
        ("new LinkedList<string>(xs)", null),
        ("new SortedSet<string>(xs)", null),
        ("new SortedDictionary<string, string>(map)", null),
        ("new ConcurrentQueue<string>(xs)", null),
        ("new ConcurrentBag<string>(xs)", null),
        ("new ConcurrentDictionary<string, string>(map)", null),
        ("new PriorityQueue<string, int>(xs.Select(x => (x, 1)))", null),
        ("new Queue<string>(xs).ToArray()", null),
        ("stack.ToArray()", null),
        ("sorted.GetViewBetween(\"a\", \"b\")", null),
        ("sorted.Reverse()", null),
        ("immutable.Add(\"z\")", null),
        ("immutable.SetItem(0, \"z\")", null),
        ("immutableMap.SetItem(\"a\", \"z\")", null),
        ("immutable.Sort()", null),
        ("queue.UnorderedItems", Property),
        ("readOnlyMap.Keys", Property),
        ("map.Keys", null),
        ("map.Values", null),
        ("sortedMap.Values", Property),
        ("lookup[\"a\"]", null),
        ("linked.First!.List!", null),
        ("xs.AsSpan(1).ToArray()", null),
        ("xs[1..]", "the compiler makes a call of the range, which has no name in the source"),
        ("list[1..]", null),
        ("Task.WhenAll(xs.Select(async x => { await Task.Yield(); return x; })).Result", null),
        ("Task.WhenEach(tasks)", null),
        ("CollectionsMarshal.AsSpan(list).ToArray()", null),
        ("Partitioner.Create(xs, true)", null),
        ("ArrayList.Adapter(list)", null),
        ("ArraySegment<string>.Empty.ToArray()", "the rule sees that it is empty; the weaver asks when it runs"),
        ("new ArraySegment<string>(xs)", null),
        ("new ReadOnlyDictionary<string, string>(map)", null),
        ("ImmutableArray.Create(xs)", null),
        ("ImmutableStack.CreateRange(xs)", null),
        ("Enumerable.Empty<string>().ToHashSet()", null),
        ("asynchronous.ToBlockingEnumerable()", null),
        ("TaskAsyncEnumerableExtensions.ToBlockingEnumerable(asynchronous)", null),
        ("block.AsObservable()", null),
        ("block.AsObservable().ToString()!", null),
        ("(object)BlockingCollection<string>.AddToAny([blocking], \"a\")", null),
        ("System.Text.Json.JsonSerializer.Deserialize<List<string>>(text)!", null),
        // Spreads.
        ("(string[])[.. xs, \"z\"]", null),
        ("(List<string>)[.. xs, \"z\"]", null),
        ("(IEnumerable<string>)[.. set.Select(x => x), \"z\"]", null),
        ("(IReadOnlyList<string>)[.. xs]", null),
        ("(string[])[.. xs]", null),
        ("(List<string>)[.. lazy, \"z\"]", null),
        ("(HashSet<string>)[.. xs, \"z\"]", null),
        ("(HashSet<string>)[.. xs]", null),
        ("(SortedSet<string>)[.. list, \"z\"]", null),
        ("(HashSet<string>)[.. lazy]", null),
        ("(HashSet<string>)[.. set]", null),
        ("(HashSet<string>)[\"z\"]", null),
        ("(ImmutableList<string>)[.. xs]", null),
        ("(ImmutableList<string>)[.. list, \"z\"]", null),
        ("(ImmutableHashSet<string>)[.. lazy]", null),
        ("(ImmutableList<string>)[\"z\"]", null),
        ("(ImmutableList<string>)[\"y\", text]", null),
        ("(ImmutableList<int>)[1, 2, 3]", null),
        ("(ImmutableArray<string>)[.. xs, \"z\"]", null),
        ("(string[])[\"y\", \"z\"]", null),
        ("(IEnumerable<string>)[\"y\", \"z\"]", null),
        // No records in, or none out.
        ("text.Split(',')", null),
        ("Regex.Matches(text, \"a\")", null),
        ("Encoding.UTF8.GetBytes(text.ToCharArray())", null),
        ("new List<string>().ToArray()", null),
        ("Task.FromResult(xs)", null),
        ("xs.AsQueryable().Where(x => x != \"\")", null),
        ("(Expression<Func<SortedSet<string>, object>>)(s => s.GetViewBetween(\"a\", \"b\"))", null),
        ("string.Join(\",\", xs)", null),
        ("Array.Empty<string>()", null),
        ("ImmutableList<string>.Empty.Add(\"a\")", null),
        ("ImmutableList.CreateBuilder<string>().ToImmutable()", null),
        ("new SortedSet<string>().GetViewBetween(\"a\", \"b\")", null),
        ("NotWoven(xs)", null),
        ("Own(xs)", null),
    ];

    // Bodies of methods that loop over records; with the reason why only one of the two names it, where that is so.
    private static readonly (string Body, string? Exception)[] _loops =
    [
        ("var list = new List<string>(); foreach (string x in xs) list.Add(x); return list;", null),
        ("var queue = new Queue<string>(); foreach (string x in xs) queue.Enqueue(x); return queue;", null),
        ("var byKey = new Dictionary<string, string>(); foreach (string x in xs) byKey[x] = x; return byKey;", null),
        ("foreach (string x in xs) channel.Writer.TryWrite(x); return 0;", null),
        ("foreach (string x in xs) Console.WriteLine(x); return 0;", null),
        ("var list = new List<string>(); foreach (string x in xs) list.Insert(0, x); return list;", null),
        ("var list = new List<string>(); foreach (string x in xs) list.AddRange(new[] { x, x }); return list;", null),
        ("ICollection<string> list = new List<string>(); foreach (string x in xs) list.Add(x); return list;", null),
        ("IList<string> list = new List<string>(); foreach (string x in xs) list.Insert(0, x); return list;", null),
        ("IDictionary<string, string> byKey = new Dictionary<string, string>(); foreach (string x in xs) byKey[x] = x; return byKey;", null),
        ("foreach (string x in xs) sorted.Add(x); return sorted;", null),
        ("var set = new HashSet<string>(); foreach (string x in xs) set.Add(x); return set;", null),
        ("var all = new Collection<string>(); foreach (string x in xs) all.Add(x + x); return all;", null),
        ("foreach (string x in xs.Where(x => x != \"\")) linked.AddLast(x); return linked;", null),
        ("foreach (string x in list) sortedMap[x] = \"a\"; return sortedMap;", null),
        ("foreach (string x in list) { string made = x + x; sorted.Add(made); } return sorted;", null),
        ("foreach ((string x, int n) in xs.Select((x, n) => (x, n))) sorted.Add(x); return sorted;", null),
        ("string[] made = new string[2]; int i = 0; foreach (string x in xs) made[i++] = x; return made;", null),
        ("int[] counts = new int[9]; foreach (string x in xs) counts[x.Length]++; return counts;", null),
        ("int[] counts = new int[9]; foreach (string x in xs) counts[x.Length] += 2; return counts;", null),
        ("string[,] grid = new string[9, 9]; foreach (string x in xs) grid[x.Length, 0] = x; return grid;", null),
        ("Array made = new string[9]; foreach (string x in xs) made.SetValue(x, x.Length); return made;", null),
        ("var made = ImmutableList.CreateBuilder<string>(); foreach (string x in xs) made.Add(x); return made;", null),
        ("foreach (string x in xs) Made().Add(x); return 0;", null),
        // Asked only whether something is in it.
        ("var seen = new HashSet<string>(); int n = 0; foreach (string x in xs) if (seen.Add(x)) n++; return n;", null),
        ("var seen = new SortedSet<string>(); int n = 0; foreach (string x in xs) { if (seen.Contains(x)) n++; seen.Add(x); } return n + seen.Count;", null),
        ("var seen = new HashSet<string>(); foreach (string x in xs) seen.Add(x); return list.Where(x => seen.Contains(x)).ToList();", "the weaver does not look at what a lambda captures"),
        // Of one pass.
        ("int n = 0; foreach (string x in xs) { var pair = new SortedSet<string>(); pair.Add(x); n += pair.Count; } return n;", null),
        ("int n = 0; foreach (string x in xs) { var pair = new string[2]; pair[0] = x; n += pair.Length; } return n;", null),
        // Not of the records.
        ("foreach (string x in xs) sorted.Add(\"a\"); return sorted;", null),
        ("foreach (string x in set) sorted.Add(x); return sorted;", null),
        ("foreach (char x in text) sorted.Add(x.ToString()); return sorted;", null),
        ("char[] made = new char[9]; foreach (string x in xs) made[x.Length] = x[0]; return made;", null),
        ("foreach (string x in xs) Task.Run(() => sorted.Add(x)); return sorted;", null),
        ("for (int i = 0; i < xs.Length; i++) sorted.Add(xs[i]); return sorted;", "the rule speaks of foreach alone"),
        ("foreach (string x in xs) Put(x); return 0;", null),
        ("foreach (string x in xs) lock (sorted) { sorted.Add(x); } return sorted;", null),
        ("foreach (string x in xs) { try { sorted.Add(x); } catch (ArgumentException) { } } return sorted;", null),
    ];

    private const string Property = "a property of a collection: the rule would stand at every Keys and Values that is read";

    private const string Usings = "using System; using System.Collections; using System.Collections.Concurrent; using System.Collections.Frozen; using System.Collections.Generic; using System.Collections.Immutable; using System.Collections.ObjectModel; using System.Linq; using System.Linq.Expressions; using System.Runtime.InteropServices; using System.Text; using System.Text.RegularExpressions; using System.Threading.Channels; using System.Threading.Tasks; using System.Threading.Tasks.Dataflow;\n";

    private const string Values = """
        partial class C
        {
            static readonly string[] xs = ["a", "b"]; static readonly List<string> list = ["a"]; static readonly HashSet<string> set = ["a"]; static readonly Stack<string> stack = new(["a"]);
            static readonly SortedSet<string> sorted = ["a"]; static readonly Dictionary<string, string> map = new() { ["a"] = "b" }; static readonly SortedDictionary<string, string> sortedMap = new() { ["a"] = "b" };
            static IReadOnlyDictionary<string, string> readOnlyMap => map; static readonly ImmutableList<string> immutable = Made(); static readonly ImmutableDictionary<string, string> immutableMap = MadeMap();
            static readonly PriorityQueue<string, int> queue = Queued(); static readonly ILookup<string, string> lookup = xs.ToLookup(x => x); static readonly LinkedList<string> linked = Linked();
            static readonly Channel<string> channel = Channel.CreateUnbounded<string>(); static readonly BlockingCollection<string> blocking = new(); static readonly Task<string>[] tasks = [];
            static readonly BufferBlock<string> block = new(); static readonly IAsyncEnumerable<string> asynchronous = null!; static readonly IEnumerable<string> lazy = xs; static readonly string text = "[]";
            static ImmutableList<string> Made() => null!;
            static ImmutableDictionary<string, string> MadeMap() => null!;
            static PriorityQueue<string, int> Queued() => null!;
            static LinkedList<string> Linked() => null!;
            [Weft.NotWoven] static IEnumerable<string> NotWoven(IEnumerable<string> ys) { foreach (string y in ys) yield return y; }
            static void Put(string x) { }
            static List<string> Own(IEnumerable<string> ys) => ys.ToList();
        }
        """;

    [Fact]
    public async Task FlowEnds_OfEditorAndBuild_AreTheSameButForTheExceptions()
    {
        (string[] differences, int told) = await DifferencesAsync([.. _expressions.Select(each => ($"=> {each.Expression};", each.Exception))]);

        Assert.True(differences.Length == 0, string.Join('\n', differences));
        Assert.True(told > 20, "the weaver tells of few places: the test proves little");
    }

    [Fact]
    public async Task Fills_OfEditorAndBuild_AreTheSameButForTheExceptions()
    {
        (string[] differences, int told) = await DifferencesAsync([.. _loops.Select(each => ($"{{ {each.Body} }}", each.Exception))]);

        Assert.True(differences.Length == 0, string.Join('\n', differences));
        Assert.True(told > 15, "the weaver tells of few places: the test proves little");
    }

    private static async Task<(string[] Differences, int Told)> DifferencesAsync((string Code, string? Exception)[] cases)
    {
        string members = string.Concat(cases.Select((each, number) => $"    static object M{number}() {each.Code}\n"));
        string source = $"{Usings}partial class C\n{{\n{members}}}\n{Values}";
        CompiledAssembly compiled = TestCompiler.Compile("C", [("C.cs", source)], OptimizationLevel.Debug, [TestRuntime.Real.Reference]);
        WeaveResult woven = TestWeaver.Weave(compiled, TestRuntime.Real);
        HashSet<int> build = [.. woven.Messages.Select(message => Told().Match(message.Text)).Where(match => match.Success).Select(match => int.Parse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture))];
        HashSet<int> editor = [.. await RuleLinesAsync(source)];

        string[] differences =
        [
            .. cases.Select((each, number) => (each, IsToldByBuild: build.Contains(number + 4), IsToldByEditor: editor.Contains(number + 4)))
                .Where(line => (line.IsToldByBuild != line.IsToldByEditor) != (line.each.Exception is not null))
                .Select(line => $"{line.each.Code}: build {line.IsToldByBuild}, editor {line.IsToldByEditor}, exception {line.each.Exception ?? "none"}"),
        ];
        return (differences, build.Count(line => line < cases.Length + 4));
    }

    private static async Task<IEnumerable<int>> RuleLinesAsync(string source)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "C", [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest), "C.cs")],
            [.. TestCompiler.ReferencePack.Select(path => MetadataReference.CreateFromFile(path)), TestRuntime.Real.Reference],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers([new rules::Weft.Analyzers.WeftAnalyzer()]).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
        return found.Where(diagnostic => diagnostic.Id == "WEFT302").Select(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1);
    }

    [GeneratedRegex(@"C\.cs\((?<line>\d+),\d+\): the flow (?:ends|may end) at ")]
    private static partial Regex Told();
}
