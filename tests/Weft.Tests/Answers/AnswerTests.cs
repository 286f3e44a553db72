// Proves what an answer says: the tree with sites and roots, the verdict with the place where precision was lost, and that neither a long
// chain, nor a million parents, nor a cycle in a damaged recording stops it.
using Weft.Answers;
using Weft.Capture;
using Weft.Flows;
using Weft.Tests.Capture;

namespace Weft.Tests.Answers;

public sealed class AnswerTests : IDisposable
{
    private readonly TestSession _test = new();
    private readonly ThreadBuffer _buffer;
    private readonly int[] _sites = TestSites.Register(
        TestSites.Row("ReadLines", 14), TestSites.Row("Skip", 15), TestSites.Row("Select", 16), TestSites.Row("Join", 22),
        TestSites.Row("GroupBy", 26), TestSites.Row("OrderBy", 30), TestSites.Row("ToList", 31, output: "report"),
        TestSites.Row("Where", 40, source: "numbers"), TestSites.Row("Foreign", 50), TestSites.Row("Concat", 60));

    public AnswerTests() => _buffer = _test.NewBuffer();

    public void Dispose() => _test.Dispose();

    private int Site(string name) => _sites.First(site => SiteRegistry.Resolve(site)!.Value.Row.Operator == name);

    [Fact]
    public void ToString_Pipeline_IsATreeOfSitesAndLines()
    {
        ulong flights = _buffer.RootRange(Sources.File(Site("ReadLines"), "/data/flights.csv"), 0, 100);
        ulong airports = _buffer.RootRange(Sources.File(Site("ReadLines"), "/data/airports.csv"), 0, 10);
        int parsed = Steps.Intern(Site("Select"), Steps.Intern(Site("Skip")));
        int join = Steps.Intern(Site("Join"), parsed, Steps.Intern(Site("Select")));
        ulong[] joined = [.. Enumerable.Range(0, 3).Select(i => _buffer.DerivePair(join, flights + 16 + (ulong)i, airports + 4))];
        ulong group = _buffer.DeriveFanIn(Steps.Intern(Site("GroupBy")), joined[0], 3);
        int ordered = Steps.Intern(Site("ToList"), Steps.Intern(Site("OrderBy")));

        LineageGraph graph = Why("report[3]", group, ordered);
        Assert.Equal(
            """
            report[3]
            └─ GroupBy Program.cs:26  3 parents  (OrderBy Program.cs:30, ToList Program.cs:31)
               ├─ Join Program.cs:22
               │  ├─ flights.csv:17  (Skip Program.cs:15, Select Program.cs:16)
               │  └─ airports.csv:5  (Select Program.cs:16)
               ├─ Join Program.cs:22
               │  ├─ flights.csv:18  (Skip Program.cs:15, Select Program.cs:16)
               │  └─ airports.csv:5  (Select Program.cs:16)
               └─ Join Program.cs:22
                  ├─ flights.csv:19  (Skip Program.cs:15, Select Program.cs:16)
                  └─ airports.csv:5  (Select Program.cs:16)

            """,
            graph.ToString());
        Assert.Equal(LineageVerdict.Exact, graph.Verdict);
        Assert.Empty(graph.Reasons);
        Assert.Equal(8, graph.AncestorCount);
        Assert.Equal(["airports.csv:5", "flights.csv:17", "flights.csv:18", "flights.csv:19"], graph.Roots.Select(root => root.ToString()).Order());
        Assert.Equal([("Join", 3L), ("GroupBy", 1L)], graph.Summary.Select(row => (row.Site!.Operator, row.Count)));
    }

    [Fact]
    public void ToString_SharedAncestor_IsPrintedOnce()
    {
        ulong root = _buffer.RootRange(Numbers(), 0, 4);
        int join = Steps.Intern(Site("Join"));
        ulong shared = _buffer.DerivePair(join, root, root + 1);
        ulong left = _buffer.DerivePair(join, shared, root + 2), right = _buffer.DerivePair(join, shared, root + 3);
        ulong top = _buffer.DerivePair(join, left, right);
        Assert.Equal(
            $"""
            x[0]
            └─ Join Program.cs:22
               ├─ Join Program.cs:22
               │  ├─ Join Program.cs:22  #{shared}
               │  │  ├─ numbers[0]
               │  │  └─ numbers[1]
               │  └─ numbers[2]
               └─ Join Program.cs:22
                  ├─ Join Program.cs:22  see #{shared} above
                  └─ numbers[3]

            """,
            Why("x[0]", top, 0).ToString());
    }

    [Fact]
    public void Why_ThroughAliases_TellsBothWays()
    {
        ulong root = _buffer.RootRange(Numbers(), 0, 4);
        int before = Steps.Intern(Site("Where"));
        ulong alias = _buffer.Alias(before, TestSession.Rented(root + 3, root));
        LineageGraph graph = Why("x[0]", alias, Steps.Intern(Site("Select")));
        Assert.Equal("x[0]\n└─ numbers[3]  (Where Program.cs:40, Select Program.cs:16)\n", graph.ToString());
        Assert.Equal(1, graph.AncestorCount);
        Assert.False(graph.IsSummarised);
    }

    [Fact]
    public void Why_StepWithTwoInputs_NamesBoth()
    {
        ulong root = _buffer.RootRange(Numbers(), 0, 1);
        int concat = Steps.Intern(Site("Concat"), Steps.Intern(Site("Where")), Steps.Intern(Site("Skip")));
        LineageEdge edge = Why("x[0]", root, concat).Asked.Parents[0];
        Assert.Equal(["Where", "Skip", "Concat"], edge.Passed.Select(site => site.Operator).OrderBy(name => name == "Concat").ThenByDescending(name => name));
    }

    [Fact]
    public void Why_ChangedCollection_IsCoarseAndNamesThePlace()
    {
        ulong root = _buffer.RootRange(Numbers(), 0, 5);
        ulong child = _buffer.DeriveCoarse(Steps.Intern(Site("Where")), new RangeColumn(root, 5, 0), 2);
        LineageGraph graph = Why("x[1]", child + 1, 0);
        Assert.Equal(LineageVerdict.Coarse, graph.Verdict);
        Assert.StartsWith("coarse at Where Program.cs:40", Assert.Single(graph.Reasons));
        Assert.Equal(5, graph.RootCount);
        Assert.Contains("coarse:\n  coarse at Where", graph.ToString());
    }

    [Fact]
    public void Why_RootsBehindACut_IsIncompleteAndNamesThePlace()
    {
        ulong root = _buffer.RootRange(Sources.Cut(Site("Where"), Site("Foreign")), 0, 5);
        LineageGraph graph = Why("x[1]", root + 1, 0);
        Assert.Equal(LineageVerdict.Incomplete, graph.Verdict);
        Assert.StartsWith("cut at Foreign Program.cs:50", Assert.Single(graph.Reasons));
        Assert.Contains("result of Foreign Program.cs:50[1]", graph.ToString());
    }

    [Fact]
    public void Why_MissingParent_IsIncompleteNeverARoot()
    {
        ulong child = _buffer.DerivePair(Steps.Intern(Site("Join")), 987_654_321, 0);
        LineageGraph graph = Why("x[0]", child, 0);
        Assert.Equal(LineageVerdict.Incomplete, graph.Verdict);
        Assert.StartsWith("span #987654321 is not in the recording: ", Assert.Single(graph.Reasons));
        Assert.Empty(graph.Roots);
        Assert.Equal(LineageNodeKind.Missing, graph.Nodes[^1].Kind);
    }

    [Fact]
    public void Why_InnerRoots_NameTheirSequence()
    {
        ulong root = _buffer.RootRange(Numbers(), 0, 1);
        ulong child = _buffer.DeriveFanOutRoots(Steps.Intern(Site("Select")), root, 3);
        Assert.Equal("x[2]\n└─ Select Program.cs:16\n   ├─ numbers[0]\n   └─ inner sequence of Select Program.cs:16[2]\n", Why("x[2]", child + 2, 0).ToString());
    }

    [Fact]
    public void Why_SourceWithoutName_IsNamedByItsPlace()
    {
        ulong root = _buffer.RootRange(Sources.Untraced(Site("Join"), typeof(int), typeof(int[])), 0, 3);
        Assert.Equal("x[0]\n└─ Join@Program.cs:22[2]\n", Why("x[0]", root + 2, 0).ToString());
    }

    [Fact]
    public void Why_NoSpan_SaysSo()
    {
        _buffer.DerivePair(1, 1, 2);
        LineageGraph graph = Why("x[0]", 0, 0);
        Assert.Equal(LineageVerdict.Incomplete, graph.Verdict);
        Assert.Contains("has no span", Assert.Single(graph.Reasons));
        Assert.Equal(0, graph.AncestorCount);
    }

    [Fact]
    public void Why_AMillionParents_IsSummarised()
    {
        ulong root = _buffer.RootRange(Numbers(), 0, 1_000_000);
        int join = Steps.Intern(Site("Join"), Steps.Intern(Site("Skip")));
        ulong first = _buffer.DerivePair(join, root, 0);
        for (ulong i = 1; i < 1_000_000; i++) _buffer.DerivePair(join, root + i, 0);
        ulong sum = _buffer.DeriveFanIn(Steps.Intern(Site("GroupBy")), first, 1_000_000);
        LineageGraph graph = Why("total", sum, 0);
        Assert.True(graph.IsSummarised);
        Assert.Equal(2_000_001, graph.AncestorCount);
        Assert.Equal(1_000_000, graph.RootCount);
        Assert.Equal(
            """
            total
            2,000,001 ancestors, too many to list; by operator and source:
                 1,000,000  Join Program.cs:22  (Skip Program.cs:15)
                         1  GroupBy Program.cs:26
                 1,000,000  records of numbers, first numbers[0..999999]

            """,
            graph.ToString());
    }

    [Fact]
    public void Why_LimitReached_ListsOrSummarises()
    {
        ulong root = _buffer.RootRange(Numbers(), 0, 10);
        ulong child = _buffer.DeriveFanIn(Steps.Intern(Site("GroupBy")), root, 10);
        Assert.False(Why("x", child, 0, nodeLimit: 11).IsSummarised);
        Assert.True(Why("x", child, 0, nodeLimit: 10).IsSummarised);
    }

    [Fact]
    public void Why_ChainOfAMillion_Ends()
    {
        int step = Steps.Intern(Site("Select"));
        ulong span = _buffer.RootRange(Numbers(), 0, 1);
        for (int i = 0; i < 1_000_000; i++) span = _buffer.DeriveLink(step, span);
        LineageGraph graph = Why("x", span, 0);
        Assert.Equal(1_000_001, graph.AncestorCount);
        Assert.Equal(LineageVerdict.Exact, graph.Verdict);
        Assert.Equal("numbers[0]", Assert.Single(graph.Roots).ToString());
    }

    [Fact]
    public void ToString_LongListedChain_Ends()
    {
        int step = Steps.Intern(Site("Select"));
        ulong span = _buffer.RootRange(Numbers(), 0, 1);
        for (int i = 0; i < 5000; i++) span = _buffer.DeriveLink(step, span);
        Assert.Equal(5002, Why("x", span, 0, nodeLimit: 10_000).ToString().Count(c => c == '\n'));
    }

    [Fact]
    public void ToString_DeepTree_IsAsLongAsItsLines()
    {
        const int Depth = 60_000;
        int step = Steps.Intern(Site("Join"));
        ulong span = _buffer.RootRange(Numbers(), 0, 1);
        for (int i = 0; i < Depth; i++) span = _buffer.DerivePair(step, span, span);

        string text = Why("x", span, 0, nodeLimit: 1_000_000).ToString();

        string[] lines = text.Split('\n');
        Assert.InRange(lines.Length, 2 * Depth, 2 * Depth + 10);
        Assert.True(text.Length < 100 * lines.Length, $"{text.Length} characters in {lines.Length} lines");
        Assert.StartsWith("   " + string.Concat(Enumerable.Repeat("│  ", 39)) + "├─ Join", lines[41], StringComparison.Ordinal);
        Assert.StartsWith("[41] ├─ Join", lines[42], StringComparison.Ordinal);
        Assert.StartsWith("[59999] ├─ Join", lines[Depth], StringComparison.Ordinal);
    }

    [Fact]
    public void Why_CycleInTheRecording_Ends()
    {
        // No program makes one; a recording that was tampered with may hold it.
        int step = Steps.Intern(Site("Join"));
        ulong first = _buffer.DerivePair(step, 0, 0);
        ulong second = _buffer.DerivePair(step, first + 2, first);
        ulong third = _buffer.DerivePair(step, second, 0);
        LineageGraph graph = Why("x", third, 0);
        Assert.Equal(3, graph.AncestorCount);
        Assert.Contains($"see #{third} above", graph.ToString());
    }

    [Fact]
    public void Why_AliasCycleInTheRecording_Ends()
    {
        ulong probe = _buffer.Alias(0, TestSession.Rented(1));
        ulong alias = _buffer.Alias(0, TestSession.Rented(probe + 1));
        Assert.Equal(probe + 1, alias);
        LineageGraph graph = Why("x", alias, 0);
        Assert.Equal(0, graph.AncestorCount);
    }

    private int Numbers() => Sources.Untraced(Site("Where"), typeof(int), typeof(int[]));

    private LineageGraph Why(string label, ulong span, int step, int nodeLimit = LineageGraph.DefaultNodeLimit)
    {
        _test.Session.Flush();
        return GraphBuilder.Build(_test.Read(), label, span, step, nodeLimit);
    }
}
