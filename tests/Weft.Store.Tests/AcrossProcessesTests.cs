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

    private ImpactAnswer Impact(string question)
    {
        OpenRun run = _sender.Close();
        _receiver.CloseOnly();
        _third.CloseOnly();
        using var others = new RunsByProcess([Folder(_sender), Folder(_receiver), Folder(_third)]);
        return ImpactAnswer.Ask(run, SourceRecords.Find(run, question), limit: 100, withLines: false, others);
    }

    private static IEnumerable<string> Reached(ImpactAnswer answer) =>
        answer.Outputs.Select(reached => $"{reached.Run.Process!.Id[^6..]} {reached.Output.Name} {string.Join(' ', reached.Ranges)}");

    [Fact]
    public void Impact_SentRecords_GoesOnInWhatReceivedThem()
    {
        ulong numbers = _sending.RootRange(TestRun.Source("numbers"), 0, 10);
        ulong sent = _sending.Alias(Steps.Intern(TestRun.Sites(TestRun.Site("Where", 2))[0]), TestRun.Rented(numbers + 4, numbers + 5, numbers + 6));
        ulong between = _between.Received(From(ReceivedKind.Each, SenderId, sent, 3, count: 3));
        ulong joined = _between.DeriveFanOut(Steps.Intern(TestRun.Sites(TestRun.Site("Join", 9))[0]), between + 1, between + 1, 2);
        ulong received = _receiving.Received(From(ReceivedKind.One, ThirdId, joined, 1, count: 2));
        _receiver.Output("report", new RangeColumn(received, 2, 0));
        _third.Output("joined", new RangeColumn(joined, 2, 0));

        ImpactAnswer answer = Impact("numbers[5]");
        Assert.Equal(["000003 joined (0, 2)", "4ece14 report (0, 2)"], Reached(answer));
        Assert.Equal(LineageVerdict.Exact, answer.Verdict);
        Assert.Equal(["0000000000000003", "00000000004ece14"], answer.Others.Select(other => other.Process!.Id));
        Assert.Equal((2L, 2), (answer.DerivedCount, answer.OutputCount));
    }

    [Fact]
    public void Impact_RecordThatWasNotSent_StaysHere()
    {
        ulong numbers = _sending.RootRange(TestRun.Source("numbers"), 0, 10);
        ulong received = _receiving.Received(From(ReceivedKind.Each, SenderId, numbers + 2, 3, count: 3));
        _receiver.Output("report", new RangeColumn(received, 3, 0));
        ImpactAnswer answer = Impact("numbers[5]");
        Assert.Empty(answer.Outputs);
        Assert.Empty(answer.Others);
    }

    [Fact]
    public void Impact_OfEachRecord_IsTheInverseOfWhy()
    {
        ulong numbers = _sending.RootRange(TestRun.Source("numbers"), 0, 10);
        ulong received = _receiving.Received(From(ReceivedKind.Each, SenderId, numbers + 2, 3, count: 3));
        _receiver.Output("report", new RangeColumn(received, 3, 0));
        Assert.Equal(["4ece14 report (1, 1)"], Reached(Impact("numbers[3]")));
    }

    [Fact]
    public void Impact_MessagesInACircle_End()
    {
        ulong first = _sending.RootRange(TestRun.Source("numbers"), 0, 1);
        ulong here = _receiving.Received(From(ReceivedKind.Any, SenderId, first, 2)); // of it, and of what comes back
        ulong back = _sending.Received(From(ReceivedKind.Each, ReceiverId, here, 1));
        Assert.Equal(first + 1, back);
        _sender.Output("returned", new RangeColumn(back, 1, 0));
        ImpactAnswer answer = Impact("numbers[0]");
        Assert.Equal(["5e0de5 returned (0, 1)"], Reached(answer));
        Assert.Equal(LineageVerdict.Coarse, answer.Verdict);
    }
}
