// Proves that traceparent is read as W3C Trace Context says: version 00 to the letter, versions to come as far as they are like it, nothing else;
// and that what is not read is ignored and counted.
namespace Weft.Tests.Carriers;

[Collection(Headers.Collection)]
public sealed class TraceParentTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c", Parent = "b7ad6b7169203331";

    [Theory]
    [InlineData($"00-{Trace}-{Parent}-00")]
    [InlineData($"00-{Trace}-{Parent}-01")]
    [InlineData($"00-{Trace}-{Parent}-02")]
    [InlineData($"00-{Trace}-{Parent}-ff")] // flags that are not known are no fault
    [InlineData($"  00-{Trace}-{Parent}-01\t")]
    [InlineData($"01-{Trace}-{Parent}-01")]
    [InlineData($"cc-{Trace}-{Parent}-01")]
    [InlineData($"cc-{Trace}-{Parent}-01-what-the-future-brings")]
    [InlineData($"cc-{Trace}-{Parent}-01-")]
    public void Extract_Valid_GivesTraceAndForeignParent(string header)
    {
        long ignored = LineageContext.IgnoredHeaders;
        LineageContext context = LineageContext.Extract(Headers.Of(header));
        Assert.Equal(Trace, context.Trace.Trace.ToString());
        Assert.Equal(0xb7ad6b7169203331, context.ForeignParent);
        Assert.Equal((EventId.None, SpanId.None, 0), (context.Trace.Event, context.Trace.Span, context.Count));
        Assert.Equal(ignored, LineageContext.IgnoredHeaders);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData($"ff-{Trace}-{Parent}-01")]
    [InlineData($"0-{Trace}-{Parent}-01")]
    [InlineData($"000-{Trace}-{Parent}-01")]
    [InlineData($"0X-{Trace}-{Parent}-01")]
    [InlineData($"00-00000000000000000000000000000000-{Parent}-01")]
    [InlineData($"00-{Trace}-0000000000000000-01")]
    [InlineData($"00-0AF7651916CD43DD8448EB211C80319C-{Parent}-01")]
    [InlineData($"00-{Trace}-B7AD6B7169203331-01")]
    [InlineData($"00-{Trace}-{Parent}-0A")]
    [InlineData($"00-{Trace}-{Parent}-01-")]
    [InlineData($"00-{Trace}-{Parent}-01-more")]
    [InlineData($"00-{Trace}-{Parent}-1")]
    [InlineData($"00-{Trace}-{Parent}-001")]
    [InlineData($"00-{Trace}-{Parent}")]
    [InlineData($"00-{Trace}-{Parent}-")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319-b7ad6b7169203331a-01")]
    [InlineData($"00_{Trace}-{Parent}-01")]
    [InlineData($"00-{Trace}.{Parent}-01")]
    [InlineData($"00-{Trace}-{Parent}.01")]
    [InlineData($"cc-{Trace}-{Parent}-01.what")]
    [InlineData($"cc-{Trace}-{Parent}-0")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319\u0661-b7ad6b7169203331-01")] // a digit, but not of ASCII
    [InlineData("00-0af7651916cd43dd8448eb211c80319\u0000-b7ad6b7169203331-01")]
    [InlineData($"00-{Trace}-{Parent}-01, 00-{Trace}-{Parent}-01")]
    public void Extract_Invalid_IsIgnoredAndCounted(string header)
    {
        long ignored = LineageContext.IgnoredHeaders;
        Assert.True(LineageContext.Extract(Headers.Of(header, "weft=1")).IsNone);
        Assert.InRange(LineageContext.IgnoredHeaders, ignored + 1, long.MaxValue);
    }

    [Fact]
    public void Extract_TooLong_IsIgnored()
        => Assert.True(LineageContext.Extract(Headers.Of($"cc-{Trace}-{Parent}-01-{new string('x', 100_000)}")).IsNone);

    [Fact]
    public void Extract_Twice_IsIgnoredThoughTheSame()
    {
        Headers headers = Headers.Of($"00-{Trace}-{Parent}-01");
        headers.Add(("TraceParent", headers["traceparent"]!));
        Assert.True(LineageContext.Extract(headers).IsNone);
    }

    [Fact]
    public void Extract_None_IsNotCounted()
    {
        Assert.True(LineageContext.Extract(new Headers()).IsNone);
        Assert.True(LineageContext.Extract(Headers.Of(null, "rojo=1")).IsNone); // without traceparent, tracestate says nothing
    }

    [Theory]
    [InlineData("00", "00")]
    [InlineData("01", "01")]
    [InlineData("03", "03")]
    [InlineData("fd", "01")] // a flag that is not known is not handed on
    public void Inject_Extracted_HandsFlagsOn(string flags, string expected)
    {
        LineageContext context = LineageContext.Extract(Headers.Of($"00-{Trace}-{Parent}-{flags}"));
        var sent = new Headers();
        context.Inject(sent);
        Assert.Equal($"00-{Trace}-{Parent}-{expected}", sent["traceparent"]);
    }

    [Fact]
    public void Inject_OwnTrace_IsSampledAndRandom()
    {
        var sent = new Headers();
        new LineageContext(new TraceContext(TraceId.Parse(Trace), EventId.None, new SpanId(7), 5), 1).Inject(sent);
        Assert.Matches($"^00-{Trace}-[0-9a-f]{{16}}-03$", sent["traceparent"]);
        Assert.Equal("weft=1:0000000000000005:0000000000000000:0:7:1", sent["tracestate"]);
        Assert.Equal(2, sent.Count);
    }
}
