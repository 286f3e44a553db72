// Proves that an answer goes on in the recordings of the processes that a record came through: to the input there, by the operators there; that what no recording holds is
// named and makes the answer incomplete; and that messages in a circle end.
using Weft.Capture;
using Weft.Flows;
using Weft.Segments;
using Weft.Store.Addresses;
using Weft.Store.Runs;
using Weft.Store.Tests.Recordings;

namespace Weft.Store.Tests;

public sealed class AcrossProcessesTests : IDisposable
{
    private const ulong SenderId = 0x5E0DE5, ReceiverId = 0x4ECE14, ThirdId = 0x3;

    private readonly TestRun _sender = new(processId: SenderId);
    private readonly TestRun _receiver = new(processId: ReceiverId);
    private readonly TestRun _third = new(processId: ThirdId);
    private readonly ThreadBuffer _sending, _receiving, _between;

    public AcrossProcessesTests() => (_sending, _receiving, _between) = (_sender.NewBuffer(), _receiver.NewBuffer(), _third.NewBuffer());

    public void Dispose()
    {
        _sender.Dispose();
        _receiver.Dispose();
        _third.Dispose();
    }

    private static ReceivedRange From(ReceivedKind kind, ulong process, ulong from, ulong fromCount, ulong count = 1) =>
        new(kind, 0, count, process, from, fromCount, TraceId.New(), EventId.None, 0);

    private WhyAnswer Why(ulong span, int limit = 100, bool withSender = true, bool withThird = true)
    {
        _receiver.Output("report", new RangeColumn(span, 1, 0));
        OpenRun run = _receiver.Close();
        _sender.CloseOnly();
        _third.CloseOnly();
        var folders = new List<RunsFolder> { Folder(_receiver) };
        if (withSender) folders.Add(Folder(_sender));
        if (withThird) folders.Add(Folder(_third));
        using var others = new RunsByProcess(folders);
        return WhyAnswer.Ask(run, OutputRecord.Find(run, "report"), limit, withLines: false, others);
    }

    private static RunsFolder Folder(TestRun run) => RunsFolder.Open(run.Folder, environment: null, workingDirectory: "/");

    [Fact]
    public void Why_ReceivedRecord_GoesOnToTheSendersInput()
    {
        int[] sites = TestRun.Sites(TestRun.Site("ReadLines", 1), TestRun.Site("Skip", 2), TestRun.Site("Join", 3));
        ulong lines = _sending.RootRange(Capture.Sources.File(sites[0], "/data/orders.csv"), 0, 100);
        ulong sent = _sending.Alias(Steps.Intern(sites[1]), TestRun.Rented(lines + 16, lines + 4));
        ulong orders = _receiving.Received(From(ReceivedKind.Each, SenderId, sent, 2, count: 2));
        ulong customer = _receiving.RootRange(TestRun.Source("customers"), 7, 1);
        ulong joined = _receiving.DerivePair(Steps.Intern(sites[2]), orders + 1, customer);

        WhyAnswer answer = Why(joined);
        Assert.Equal(
            """
            report[0]
            └─ Join Program.cs:3
               ├─ received from testhost, process 00000000005e0de5
               │  └─ orders.csv:5  (Skip Program.cs:2)
               └─ customers[7]

            """,
            answer.Graph.ToString());
        Assert.Equal(LineageVerdict.Exact, answer.Graph.Verdict);
        Assert.Equal(["customers[7]", "orders.csv:5"], answer.Roots.Select(root => root.ToString()));
        Assert.Equal(5, answer.Graph.Nodes.Count);
        Assert.Equal(4, answer.Graph.AncestorCount);
        Assert.Equal([0ul, 0, 0, 0, SenderId], answer.Graph.Nodes.Select(node => node.Process));
        Assert.Equal("00000000005e0de5", Assert.Single(answer.Others).Process!.Id);
        Assert.Empty(answer.Notes);
    }

    [Fact]
    public void Why_SenderWithoutRecording_IsNamedAndIncomplete()
    {
        WhyAnswer answer = Why(_receiving.Received(From(ReceivedKind.Each, SenderId, 17, 1)), withSender: false);
        Assert.Equal(LineageVerdict.Incomplete, answer.Graph.Verdict);
        Assert.Contains("process 00000000005e0de5", Assert.Single(answer.Graph.Reasons), StringComparison.Ordinal);
        Assert.Equal("process 00000000005e0de5, span #17", Assert.Single(answer.Roots).ToString());
    }

    [Fact]
    public void Why_SpanThatTheSendersRecordingDoesNotHold_IsMissingThere()
    {
        _sending.RootRange(TestRun.Source("numbers"), 0, 1);
        WhyAnswer answer = Why(_receiving.Received(From(ReceivedKind.Each, SenderId, 4_000_000_017, 1)));
        Assert.Equal(LineageVerdict.Incomplete, answer.Graph.Verdict);
        Assert.StartsWith("testhost, process 00000000005e0de5: span #4000000017 is not in the recording", Assert.Single(answer.Graph.Reasons), StringComparison.Ordinal);
        Assert.Equal(LineageNodeKind.Missing, answer.Graph.Nodes[^1].Kind);
    }

    [Fact]
    public void Why_ThreeProcesses_GoesThroughAll()
    {
        ulong number = _sending.RootRange(TestRun.Source("numbers"), 3, 1);
        ulong between = _between.DerivePair(Steps.Intern(TestRun.Sites(TestRun.Site("Join", 9))[0]), _between.Received(From(ReceivedKind.One, SenderId, number, 1)), 0);
        WhyAnswer answer = Why(_receiving.Received(From(ReceivedKind.Each, ThirdId, between, 1)));
        Assert.Equal(LineageVerdict.Exact, answer.Graph.Verdict);
        Assert.Equal("numbers[3]", Assert.Single(answer.Roots).ToString());
        Assert.Equal(["report[0]", "received from testhost, process 0000000000000003", "Join Program.cs:9", "received from testhost, process 00000000005e0de5", "numbers[3]"],
            answer.Graph.Nodes.Select(node => node.Label));
    }

    [Fact]
    public void Why_MessagesInACircle_End()
    {
        ulong there = _sending.RootRange(TestRun.Source("numbers"), 0, 1) + 1; // the span that it issues next
        ulong here = _receiving.Received(From(ReceivedKind.Each, SenderId, there, 1));
        Assert.Equal(there, _sending.Received(From(ReceivedKind.Each, ReceiverId, here, 1)));
        WhyAnswer answer = Why(here);
        Assert.Empty(answer.Roots);
        Assert.Equal(3, answer.Graph.Nodes.Count);
    }

    [Fact]
    public void Why_OtherNumberThanSent_IsCoarseAndNamesAll()
    {
        ulong numbers = _sending.RootRange(TestRun.Source("numbers"), 0, 3);
        WhyAnswer answer = Why(_receiving.Received(From(ReceivedKind.Any, SenderId, numbers, 3, count: 2)));
        Assert.Equal(LineageVerdict.Coarse, answer.Graph.Verdict);
        Assert.Equal("numbers[0..2]", Assert.Single(answer.Roots).ToString());
        Assert.Equal(3, answer.Graph.Nodes[1].Parents.Count);
    }

    [Fact]
    public void Why_BeyondTheLimit_CountsInAllProcesses()
    {
        ulong numbers = _sending.RootRange(TestRun.Source("numbers"), 0, 1000);
        ulong received = _receiving.Received(From(ReceivedKind.Each, SenderId, numbers, 1000, count: 1000));
        WhyAnswer answer = Why(_receiving.DeriveFanIn(Steps.Intern(TestRun.Sites(TestRun.Site("Sum", 5))[0]), received, 1000));
        Assert.True(answer.Graph.IsSummarised);
        Assert.Equal(2001, answer.Graph.AncestorCount);
        Assert.Equal(1000, answer.Graph.RootCount);
        Assert.Equal(["received from process 00000000005e0de5", "Sum Program.cs:5"], answer.Graph.Summary.Select(row => row.Site!.ToString()));
    }

    [Fact]
    public void Why_RetriedRequest_IsNoted()
    {
        ulong numbers = _sending.RootRange(TestRun.Source("numbers"), 0, 1);
        _receiving.Received(From(ReceivedKind.Each, SenderId, numbers, 1));
        WhyAnswer answer = Why(_receiving.Received(From(ReceivedKind.Each, SenderId, numbers, 1)));
        Assert.Equal(LineageVerdict.Exact, answer.Graph.Verdict);
        Assert.Contains($"received process 00000000005e0de5's span #{numbers} 2 times", Assert.Single(answer.Notes), StringComparison.Ordinal);
    }
}
