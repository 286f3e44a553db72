// Proves that the picture of a run has an arrow for each way that records took, and none that they did not take.
using Weft.Capture;
using Weft.Store.Catalogue;
using Weft.Store.Flow;
using Weft.Store.Runs;
using Weft.Store.Tests.Recordings;

namespace Weft.Store.Tests.Flow;

public sealed class RunFlowTests : IDisposable
{
    private readonly TestRun _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Of_JoinAndGrouping_HasEachWay()
    {
        int[] sites = TestRun.Sites(
            TestRun.Site("Where", 1, source: "left"), TestRun.Site("Select", 2, source: "right"), TestRun.Site("Join", 3), TestRun.Site("Where", 4),
            TestRun.Site("GroupBy", 5), TestRun.Site("ToList", 6));
        ThreadBuffer buffer = _test.NewBuffer();
        ulong left = buffer.RootRange(Sources.Untraced(sites[0], typeof(int), typeof(int[])), 0, 500);
        ulong right = buffer.RootRange(Sources.Untraced(sites[1], typeof(int), typeof(int[])), 0, 500);
        int join = Steps.Intern(sites[2], Steps.Intern(sites[0]), Steps.Intern(sites[1]));
        int group = Steps.Intern(sites[4], Steps.Intern(sites[3]));
        int list = Steps.Intern(sites[5], 0);
        var groups = new List<ulong>();
        for (uint i = 0; i < 500; i++)
        {
            // The two operators share pages of spans, as when records stream through both.
            ulong pair = buffer.DerivePair(join, left + i, right + i);
            groups.Add(buffer.DeriveFanIn(group, pair, 1));
        }
        _test.Output("result", TestRun.Column(list, [.. groups]));
        _test.Output("inputs", TestRun.Column(0, left));

        Assert.Equal(
            """
            GroupBy Program.cs:5 > ToList Program.cs:6
            Join Program.cs:3 > Where Program.cs:4
            Select Program.cs:2 > Join Program.cs:3
            ToList Program.cs:6 > result
            Where Program.cs:1 > Join Program.cs:3
            Where Program.cs:4 > GroupBy Program.cs:5
            left > Where Program.cs:1
            left > inputs
            right > Select Program.cs:2
            """.ReplaceLineEndings("\n"),
            Describe(_test.Close()));
    }

    [Fact]
    public void Of_RenumberedRecords_GoTheirWayOnce()
    {
        int[] sites = TestRun.Sites(TestRun.Site("Where", 1, source: "numbers"), TestRun.Site("GroupBy", 2), TestRun.Site("ToList", 3));
        ThreadBuffer buffer = _test.NewBuffer();
        ulong roots = buffer.RootRange(Sources.Untraced(sites[0], typeof(int), typeof(int[])), 0, 3);
        int where = Steps.Intern(sites[0]);
        int members = Steps.Intern(sites[1], where);
        ulong aliases = buffer.Alias(members, TestRun.Rented(roots + 2, roots, roots + 1));
        ulong group = buffer.DeriveFanIn(members, aliases, 3);
        _test.Output("groups", TestRun.Column(Steps.Intern(sites[2]), group));

        Assert.Equal(
            """
            GroupBy Program.cs:2 > ToList Program.cs:3
            ToList Program.cs:3 > groups
            Where Program.cs:1 > GroupBy Program.cs:2
            numbers > Where Program.cs:1
            """.ReplaceLineEndings("\n"),
            Describe(_test.Close()));
    }

    private static string Describe(OpenRun run)
    {
        RunFlow flow = RunFlow.Of(run);
        string[] names = [.. flow.Nodes.Select(node => node switch
        {
            SourceEntry source => source.Source.Name,
            OutputEntry output => output.Name,
            _ => node.ToString()!,
        })];
        return string.Join('\n', flow.Edges.Select(edge => $"{names[edge.From]} > {names[edge.To]}").Order(StringComparer.Ordinal));
    }
}
