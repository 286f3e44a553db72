// Proves that a context comes out of headers as it went in, whatever its numbers; that a context counts only where the message came from the process that
// wrote it; and that no mutation of headers throws, or gives another context than one that it spells out.
namespace Weft.Tests.Carriers;

[Collection(Headers.Collection)]
public sealed class RoundTripTests
{
    private const string ForeignParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static readonly ulong[] _edges = [1, 2, 9, 10, 15, 16, 255, int.MaxValue, uint.MaxValue, long.MaxValue - 1];

    [Fact]
    public void ExtractOfInject_GivesTheContext()
    {
        var random = new Random(7);
        for (int round = 0; round < 5000; round++)
        {
            LineageContext context = Random(random);
            var headers = new Headers();
            context.Inject(headers);
            LineageContext read = LineageContext.Extract(headers);
            Assert.Equal(context.Trace, read.Trace);
            Assert.Equal((context.Count, context.ForeignState, 0ul), (read.Count, read.ForeignState, read.ForeignParent));
            Assert.All(headers, header => Assert.All(header.Value, c => Assert.InRange(c, ' ', '~')));
            Assert.Null(headers["weft"]);
        }
    }

    [Fact]
    public void ExtractOfInject_BesideATraceparent_KeepsItsTraceAndTheRecord()
    {
        LineageContext context = Random(new Random(8));
        Headers headers = Headers.Of(ForeignParent, "rojo=1");
        context.Inject(headers);
        LineageContext read = LineageContext.Extract(headers);
        Assert.Equal(context.Trace with { Trace = TraceId.Parse("0af7651916cd43dd8448eb211c80319c") }, read.Trace);
        Assert.Equal((context.Count, "rojo=1", 0xb7ad6b7169203331), (read.Count, read.ForeignState, read.ForeignParent));
    }

    [Fact]
    public void Extract_HandedOnByAServiceInBetween_IsNotTheSendersRecord()
    {
        var headers = new Headers();
        Random(new Random(9)).Inject(headers);
        Headers handedOn = Headers.Of(ForeignParent, headers["tracestate"]!, "other=1"); // it wrote a traceparent of its own, and kept the state

        LineageContext read = LineageContext.Extract(handedOn);
        Assert.Equal((SpanId.None, 0, EventId.None), (read.Trace.Span, read.Count, read.Trace.Event));
        Assert.Equal((0xb7ad6b7169203331, "other=1"), (read.ForeignParent, read.ForeignState));

        handedOn.Add(("weft", "1:0000000000000001:0000000000000000:0:1:1")); // of another message
        Assert.True(LineageContext.Extract(handedOn).Trace.Span.IsNone);
    }

    [Fact]
    public void InTraceOf_Received_GoesOnInItsTraceWithTheStateOfOthers()
    {
        LineageContext received = LineageContext.Extract(Headers.Of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00", "rojo=1,congo=2"));
        LineageContext own = Random(new Random(11)) with { ForeignState = null };
        var headers = new Headers();
        own.InTraceOf(received).Inject(headers);
        Assert.Matches("^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-00$", headers["traceparent"]);
        LineageContext read = LineageContext.Extract(headers);
        Assert.Equal((own.Trace.Span, own.Count, "rojo=1,congo=2", 0ul), (read.Trace.Span, read.Count, read.ForeignState, read.ForeignParent));

        Assert.Equal(own, own.InTraceOf(LineageContext.None));
        Assert.True(LineageContext.None.InTraceOf(received).IsNone);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1:")]
    [InlineData("2:0000000000000005:0000000000000003:4:7:2")]
    [InlineData("1:0000000000000005:0000000000000003:4:7")]
    [InlineData("1:0000000000000005:0000000000000003:4:7:2:1")]
    [InlineData("1:0000000000000005:0000000000000003:4:7:2:")]
    [InlineData("1:0000000000000000:0000000000000003:4:7:2")] // no process
    [InlineData("1:5:0000000000000003:4:7:2")]
    [InlineData("1:0000000000000005:0000000000000003::7:2")]
    [InlineData("1:000000000000000A:0000000000000003:4:7:2")]
    [InlineData("1:0000000000000005:0000000000000003:4:7:0")] // a span and no record
    [InlineData("1:0000000000000005:0000000000000003:4:0:1")] // a record and no span
    [InlineData("1:0000000000000005:0000000000000003:0:7:1")] // a unit and no event
    [InlineData("1:0000000000000005:0000000000000000:4:7:1")] // an event and no unit
    [InlineData("1:0000000000000005:0000000000000003:4:8000000000000000:1")]
    [InlineData("1:0000000000000005:0000000000000003:4:7fffffffffffffff:1")] // it would end beyond
    [InlineData("1:0000000000000005:0000000000000003:4:7:80000000")]
    [InlineData("1:0000000000000005:0000000000000003:ffffffffffffffff:7:1")]
    [InlineData("1:0000000000000005:0000000000000003:4:00000000000000007:1")]
    public void Extract_ForgedMember_IsIgnoredAndCounted(string member)
    {
        long ignored = LineageContext.IgnoredHeaders;
        Headers headers = Headers.Of(ForeignParent, member.Length == 0 ? "weft= " : "weft=" + member);
        headers.Add(("weft", member));
        LineageContext context = LineageContext.Extract(headers);
        Assert.Equal((SpanId.None, 0), (context.Trace.Span, context.Count));
        Assert.InRange(LineageContext.IgnoredHeaders, ignored + 1, long.MaxValue);
    }

    [Fact]
    public void Extract_MutatedHeaders_NeverThrowsAndGivesOnlyWhatTheySpell()
    {
        var random = new Random(10);
        for (int round = 0; round < 50_000; round++)
        {
            var headers = new Headers();
            Random(random).Inject(headers);
            if (random.Next(3) == 0) headers.Add(("weft", headers["tracestate"]!.Split(',')[0]["weft=".Length..]));
            for (int mutations = random.Next(4); mutations >= 0; mutations--) Mutate(headers, random);

            LineageContext read = LineageContext.Extract(headers);
            if (!read.Trace.Span.IsNone)
            {
                string spelled = $"weft=1:{read.Trace.Process:x16}:{read.Trace.Event.Unit}:";
                Assert.Contains(spelled, headers.ToString());
                Assert.InRange(read.Trace.Span.Value + (ulong)read.Count, 1ul, (ulong)long.MaxValue);
            }
            var sent = new Headers();
            read.Inject(sent);
            if (!read.IsNone) Assert.Equal(read.Trace, LineageContext.Extract(sent).Trace);
        }
    }

    private static void Mutate(Headers headers, Random random)
    {
        int at = random.Next(headers.Count);
        (string name, string value) = headers[at];
        int position = random.Next(value.Length + 1);
        const string Characters = "0123456789abcdefABCDEFxyz-:,=@ \t\0\r\n\u007f\u00e4\u0661\ud800\uffff";
        string mutated = random.Next(6) switch
        {
            0 => value[..position],
            1 => value[position..],
            2 => value.Insert(position, Characters[random.Next(Characters.Length)].ToString()),
            3 when position < value.Length => value.Remove(position, 1).Insert(position, Characters[random.Next(Characters.Length)].ToString()),
            4 => value + value,
            _ => value.Insert(position, new string(Characters[random.Next(Characters.Length)], random.Next(600))),
        };
        if (random.Next(8) == 0) headers.Add((name, mutated));
        else headers[at] = (name, mutated);
    }

    private static LineageContext Random(Random random)
    {
        ulong Number() => random.Next(2) == 0 ? _edges[random.Next(_edges.Length)] : (ulong)random.NextInt64(1, long.MaxValue / 2);
        EventId sent = random.Next(2) == 0 ? EventId.None : new EventId(new ExecutionUnitId(Number()), (long)Number());
        int count = sent.IsNone || random.Next(2) == 0 ? random.Next(1, int.MaxValue) : 0;
        ulong span = count == 0 ? 0 : Math.Min(Number(), long.MaxValue - (ulong)count);
        string? state = random.Next(2) == 0 ? null : string.Join(',', Enumerable.Range(0, random.Next(1, 5)).Select(i => $"k{i}@sys=v{random.Next()}"));
        return new LineageContext(new TraceContext(TraceId.New(), sent, new SpanId(span), Number()), count) { ForeignState = state };
    }
}
