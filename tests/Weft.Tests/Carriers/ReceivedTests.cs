// Proves what a process says by itself of records that came by a message: which process and span they follow from, and that nobody is told it was all; that a message
// to itself is followed; and that records of a message without a context entered from outside.
using System.Globalization;
using Weft.Capture;
using Weft.Tests.Capture;

namespace Weft.Tests.Carriers;

public sealed class ReceivedTests
{
    private const ulong Sender = 0xFEDCBA9876543210;
    private static readonly int[] _handles = TestSites.Register(TestSites.Row("Where", 5, source: "numbers"), TestSites.Row("ToList", 6), TestSites.Row("Where", 7), TestSites.Row("ToList", 8));

    private static LineageContext From(ulong span, int count) => new(new TraceContext(TraceId.New(), EventId.None, new SpanId(span), Sender), count);

    [Fact]
    public void Why_OfAsManyAsWereSent_NamesEachOnesSpan()
    {
        List<int> received = Lineage.Received(new List<int> { 10, 20, 30 }, From(1000, 3));
        List<int> kept = Woven.ToList<Recording, int>(Woven.Where<Recording, int>(received, x => x > 10, _handles[2]), _handles[3]);
        LineageGraph answer = Lineage.Of(kept, 1).Why();
        Assert.Equal(
            """
            kept[1]
            └─ process fedcba9876543210, span #1002  (Where Program.cs:7, ToList Program.cs:8)
            incomplete:
              what came from process fedcba9876543210 follows from its records, of which no recording is asked here

            """,
            answer.ToString());
        LineageRoot root = Assert.Single(answer.Roots);
        Assert.Equal((LineageSourceKind.Message, Sender, 1002L), (root.Source.Kind, root.Source.Process, root.Index));
    }

    [Fact]
    public void Why_OfOneThatWasSent_NamesItForEveryRecord()
    {
        string[] received = Lineage.Received(["a", "b"], From(7, 1));
        Assert.All(Enumerable.Range(0, 2), i => Assert.Contains("\n└─ process fedcba9876543210, span #7\n", Lineage.Of(received, i).Why().ToString(), StringComparison.Ordinal));
        Assert.NotEqual(Lineage.Of(received, 0).Span, Lineage.Of(received, 1).Span);
    }

    [Fact]
    public void Why_OfAnotherNumberThanWasSent_IsCoarseToo()
    {
        string[] received = Lineage.Received(["a", "b"], From(7, 3));
        LineageGraph answer = Lineage.Of(received, 1).Why();
        Assert.Contains("process fedcba9876543210, spans #7 to #9  coarse", answer.ToString(), StringComparison.Ordinal);
        Assert.Contains(answer.Reasons, reason => reason.StartsWith("a message from process fedcba9876543210 had 2 records where 3 were sent", StringComparison.Ordinal));
    }

    [Fact]
    public void Why_WithoutContext_IsARootThatIsExact()
    {
        LineageGraph answer = Lineage.Of(Lineage.ReceivedOne("order", LineageContext.None), 0).Why();
        Assert.Equal(LineageVerdict.Exact, answer.Verdict);
        Assert.Matches(@"^message\[\d+\]$", Assert.Single(answer.Asked.Parents).Parent.Label);
    }

    [Fact]
    public void Why_OfAForeignTrace_NamesTheTrace()
    {
        LineageContext context = LineageContext.Extract(Headers.Of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        LineageGraph answer = Lineage.Of(Lineage.ReceivedOne("order", context), 0).Why();
        Assert.EndsWith(" of trace 0af7651916cd43dd8448eb211c80319c", Assert.Single(answer.Asked.Parents).Parent.Label, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_OfAMessageToItself_GoesOnToTheInput()
    {
        int[] numbers = [.. Enumerable.Range(0, 10)];
        List<int> sent = Woven.ToList<Recording, int>(Woven.Where<Recording, int>(numbers, x => x % 3 == 0, _handles[0]), _handles[1]);
        var headers = new Headers();
        LineageContext.Of(sent, 2).Inject(headers);

        int[] received = Lineage.Received([6], LineageContext.Extract(headers));
        LineageGraph answer = Lineage.Of(received, 0).Why();
        string process = RunIdentity.ProcessId.ToString("x16", CultureInfo.InvariantCulture);
        Assert.Equal(LineageVerdict.Exact, answer.Verdict);
        Assert.Matches($@"^received\[0\]\n└─ received from .*, process {process} at ReceivedTests.cs:\d+\n   └─ numbers\[6\]  \(Where Program.cs:5, ToList Program.cs:6\)\n$", answer.ToString());
        Assert.Equal(3, answer.Nodes.Count);
        Assert.Equal("numbers[6]", Assert.Single(answer.Roots).ToString());
    }

    [Fact]
    public void Of_WholeCollection_GivesEachRecordItsOwn()
    {
        int[] numbers = [.. Enumerable.Range(0, 10)];
        List<int> sent = Woven.ToList<Recording, int>(Woven.Where<Recording, int>(numbers, x => x % 3 == 0, _handles[0]), _handles[1]);
        int[] received = Lineage.Received([0, 3, 6, 9], LineageContext.Of(sent));
        Assert.Equal(["numbers[0]", "numbers[3]", "numbers[6]", "numbers[9]"], Enumerable.Range(0, 4).Select(i => Assert.Single(Lineage.Of(received, i).Why().Roots).ToString()));
    }

    [Fact]
    public void Of_CollectionThatNobodyMade_EntersHere()
    {
        string[] received = Lineage.Received(["x"], LineageContext.Of(new List<string> { "x", "y" }, 1));
        LineageGraph answer = Lineage.Of(received, 0).Why();
        Assert.Equal(LineageVerdict.Exact, answer.Verdict);
        Assert.Equal(1, Assert.Single(answer.Roots).Index);
    }

    [Fact]
    public void Of_OutsideTheCollection_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LineageContext.Of(new[] { 1 }, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LineageContext.Of(new[] { 1 }, -1));
        Assert.Throws<ArgumentNullException>(() => LineageContext.Of<int>(null!, 0));
        Assert.True(LineageContext.Of(Enumerable.Range(0, 9).Where(i => i > 3), 0).IsNone);
    }
}
