// Proves what an answer to where an input went says of itself: which records it is about, how it gives up listing, and what makes it less than exact.
using Weft.Capture;
using Weft.Store.Addresses;
using Weft.Store.Runs;
using Weft.Store.Tests.Recordings;

namespace Weft.Store.Tests.Impact;

public sealed class ImpactAnswerTests : IDisposable
{
    private readonly TestRun _test = new(new RecorderOptions { OutputsPerSite = 2 });
    private readonly string _name = "source-" + Guid.NewGuid().ToString("N");

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Ask_NothingLost_IsExact()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        ulong roots = buffer.RootRange(TestRun.Source(_name), 0, 3);
        _test.Output("kept", TestRun.Column(0, roots + 2, roots));

        ImpactAnswer answer = Ask("[2]");

        Assert.Equal(LineageVerdict.Exact, answer.Verdict);
        Assert.Empty(answer.Reasons);
        Assert.Equal([(0, 1)], Assert.Single(answer.Outputs).Ranges);
        Assert.Empty(Ask("[1]").Outputs);
        Assert.Equal(1, Ask("[1]").OutputCount);
    }

    [Fact]
    public void Ask_WholeSource_UnitesItsRecords()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        ulong roots = buffer.RootRange(TestRun.Source(_name), 0, 3);
        _test.Output("kept", TestRun.Column(0, roots + 2, roots, 0, roots + 1));

        ImpactAnswer answer = Ask("");

        Assert.Equal(3, answer.SpanCount);
        Assert.Equal([(0, 2), (3, 1)], Assert.Single(answer.Outputs).Ranges);
    }

    [Fact]
    public void Ask_OpenRangeUsedInPart_KnowsOnlyWhatWasUsed()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        ulong roots = buffer.RootOpen(TestRun.Source(_name), 0, 4096);
        buffer.RootEnd(roots, 5);
        _test.Output("kept", TestRun.Column(0, roots));

        Assert.Equal(5, Ask("").SpanCount);
        AskException failed = Assert.Throws<AskException>(() => Ask("[5]"));
        Assert.Equal(AskFault.NotFound, failed.Fault);
        Assert.Equal($"{_name} has no record 5: the recording knows {_name}[0] to {_name}[4].", failed.Message);
    }

    [Fact]
    public void Ask_MoreRecordsThanTheLimit_CountsThemBySite()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        ulong root = buffer.RootRange(TestRun.Source(_name), 0, 1);
        int step = Steps.Intern(TestRun.Sites(TestRun.Site("Join", 7))[0]);
        for (int i = 0; i < 20; i++) buffer.DerivePair(step, root, 0);
        _test.Output("kept", TestRun.Column(0, root));

        Assert.NotNull(Ask("[0]", limit: 22).Graph);
        ImpactAnswer answer = Ask("[0]", limit: 21);
        Assert.Null(answer.Graph);
        Assert.Equal(20, answer.DerivedCount);
        Assert.Equal(("Join Program.cs:7", 20), (Assert.Single(answer.Sites).Site!.ToString(), answer.Sites[0].Count));
    }

    [Fact]
    public void Ask_ThroughAChangedCollection_IsCoarse()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        ulong roots = buffer.RootRange(TestRun.Source(_name), 0, 2);
        int step = Steps.Intern(TestRun.Sites(TestRun.Site("Select", 8))[0]);
        ulong children = buffer.DeriveCoarse(step, TestRun.Column(0, roots), 3);
        _test.Output("kept", TestRun.Column(0, children));

        ImpactAnswer answer = Ask("[0]");

        Assert.Equal(LineageVerdict.Coarse, answer.Verdict);
        Assert.Contains("Select Program.cs:8", Assert.Single(answer.Reasons));
        Assert.Equal(LineageVerdict.Exact, Ask("[1]").Verdict);
    }

    [Fact]
    public void Ask_CutThatReachedAnOutput_IsIncomplete()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        buffer.RootRange(TestRun.Source(_name), 0, 2);
        int[] sites = TestRun.Sites(TestRun.Site("Shuffle", 9), TestRun.Site("Select", 10));
        ulong cut = buffer.RootRange(Sources.Cut(sites[1], sites[0]), 0, 2);
        ulong child = buffer.DeriveLink(1, cut);
        _test.Output("kept", TestRun.Column(0, child));

        ImpactAnswer answer = Ask("[0]");

        Assert.Equal(LineageVerdict.Incomplete, answer.Verdict);
        Assert.StartsWith("cut at Shuffle Program.cs:9:", Assert.Single(answer.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_CutThatReachedNoOutput_IsExact()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        ulong roots = buffer.RootRange(TestRun.Source(_name), 0, 2);
        int[] sites = TestRun.Sites(TestRun.Site("Shuffle", 9), TestRun.Site("Select", 10));
        buffer.RootRange(Sources.Cut(sites[1], sites[0]), 0, 2);
        _test.Output("kept", TestRun.Column(0, roots));

        Assert.Equal(LineageVerdict.Exact, Ask("[0]").Verdict);
    }

    [Fact]
    public void Ask_OccurrencesNotKept_IsIncomplete()
    {
        ulong roots = _test.NewBuffer().RootRange(TestRun.Source(_name), 0, 2);
        for (int i = 0; i < 5; i++) _test.Output("kept", TestRun.Column(0, roots));

        ImpactAnswer answer = Ask("[0]");

        Assert.Equal(LineageVerdict.Incomplete, answer.Verdict);
        Assert.Equal("kept: of 5 occurrences 2 are in the recording (WEFT_OUTPUTS_PER_SITE sets how many)", Assert.Single(answer.Reasons));
        Assert.Equal([1L, 2L], answer.Outputs.Select(output => output.Occurrence.Number));
    }

    [Fact]
    public void Ask_OccurrencesNotKeptOfARunningProgram_AreAtLeastThoseThatWereFlushed()
    {
        ulong roots = _test.NewBuffer().RootRange(TestRun.Source(_name), 0, 2);
        for (int round = 1; round <= 100; round++)
        {
            _test.Output("kept", TestRun.Column(0, roots));
            if (round is not (50 or 99 or 100)) continue;
            _test.Session.Flush();
            OpenRun run = _test.Open();
            Assert.Equal(((long)round, true), (Assert.Single(run.Catalogue.Outputs).Occurrences, run.Catalogue.Outputs[0].IsAtLeast));
        }
        Assert.Contains(
            "kept: of at least 100 occurrences 2 are in the recording (WEFT_OUTPUTS_PER_SITE sets how many)",
            ImpactAnswer.Ask(_test.Open(), SourceRecords.Find(_test.Open(), _name + "[0]"), 100, withLines: false).Reasons);
        Assert.Equal((100L, false), (Assert.Single(_test.Close().Catalogue.Outputs).Occurrences, _test.Open().Catalogue.Outputs[0].IsAtLeast));
    }

    [Fact]
    public void Ask_DamagedRecording_IsIncompleteAndNamesFileAndOffset()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        ulong roots = buffer.RootRange(TestRun.Source(_name), 0, 2);
        _test.Session.Flush();
        long before = new FileInfo(_test.Segment).Length;
        buffer.DeriveLink(1, roots);
        _test.Session.Flush();
        long after = new FileInfo(_test.Segment).Length;
        Assert.True(after > before);
        _test.Output("kept", TestRun.Column(0, roots));
        _test.CloseOnly();
        byte[] bytes = File.ReadAllBytes(_test.Segment);
        bytes[after - 1] ^= 1;
        File.WriteAllBytes(_test.Segment, bytes);

        ImpactAnswer answer = Ask("[0]");

        Assert.Equal(LineageVerdict.Incomplete, answer.Verdict);
        Assert.Contains($"{_test.Segment}: offset {before}", Assert.Single(answer.Reasons));
        Assert.Single(answer.Outputs); // the rest is still read
    }

    private ImpactAnswer Ask(string index, int limit = 100)
    {
        OpenRun run = _test.Close();
        return ImpactAnswer.Ask(run, SourceRecords.Find(run, _name + index), limit, withLines: false);
    }
}
