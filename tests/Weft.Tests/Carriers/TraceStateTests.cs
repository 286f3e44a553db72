// Proves that tracestate is read and written as W3C Trace Context says: this library's member first, the others behind it in their order, as far as 32 members
// and 512 characters go; and that a value which is not as the specification says is ignored whole, without its traceparent.
namespace Weft.Tests.Carriers;

[Collection(Headers.Collection)]
public sealed class TraceStateTests
{
    private const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static readonly LineageContext _own = new(new TraceContext(TraceId.New(), new EventId(new ExecutionUnitId(3), 4), new SpanId(7), 5), 2);
    private const string Own = "weft=1:0000000000000005:0000000000000003:4:7:2";

    public static TheoryData<string, string?> Valid => new()
    {
        { "rojo=00f067aa0ba902b7", "rojo=00f067aa0ba902b7" },
        { "rojo=1,congo=t61rcWkgMzE", "rojo=1,congo=t61rcWkgMzE" },
        { " rojo=1 ,\tcongo=2\t", "rojo=1,congo=2" },
        { "rojo=1,,congo=2,", "rojo=1,congo=2" },
        { "", null },
        { " ,\t,", null },
        { "fw529a3039@dt=FfAAAAA", "fw529a3039@dt=FfAAAAA" },
        { "0tenant@system=1", "0tenant@system=1" },
        { "a_-*/z=1", "a_-*/z=1" },
        { $"{new string('k', 256)}={new string('v', 256)}", $"{new string('k', 256)}={new string('v', 256)}" },
        { "rojo= two words;!\"#$%&'()*+-./:;<>?@[]^_`{|}~", "rojo= two words;!\"#$%&'()*+-./:;<>?@[]^_`{|}~" },
        { "weft=9,rojo=1", "rojo=1" }, // a form of this library's member that is not known
        { string.Join(',', Enumerable.Range(0, 32).Select(i => $"k{i}={i}")), string.Join(',', Enumerable.Range(0, 32).Select(i => $"k{i}={i}")) },
    };

    [Theory]
    [MemberData(nameof(Valid))]
    public void Extract_Valid_KeepsForeignMembersInOrder(string state, string? foreign)
    {
        LineageContext context = LineageContext.Extract(Headers.Of(Parent, state));
        Assert.Equal(foreign, context.ForeignState);
    }

    public static TheoryData<string> Invalid => new(
        "rojo", "=1", "rojo=", "Rojo=1", "_rojo=1", "ro jo=1", "rojo =1", "rojo=1=2", "rojo=1;congo=2", "rojo=1,congo", "r\u00f6jo=1", "rojo=\u00f6", "rojo=\u0001", "rojo=a\0b",
        "rojo=1\ncongo=2", "rojo=1,rojo=2", "rojo=1,congo=2,rojo=1", "weft=1,weft=2",
        $"{new string('k', 257)}=1", $"rojo={new string('v', 257)}",
        string.Join(',', Enumerable.Range(0, 33).Select(i => $"k{i}={i}")),
        string.Join(',', Enumerable.Repeat("", 10_000)));

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Extract_Invalid_IsIgnoredWholeAndCounted(string state)
    {
        long ignored = LineageContext.IgnoredHeaders;
        LineageContext context = LineageContext.Extract(Headers.Of(Parent, state));
        Assert.InRange(LineageContext.IgnoredHeaders, ignored + 1, long.MaxValue);
        Assert.Null(context.ForeignState);
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", context.Trace.Trace.ToString());
    }

    [Fact]
    public void Extract_SeveralHeaders_AreOne()
        => Assert.Equal("rojo=1,congo=2,vert=3", LineageContext.Extract(Headers.Of(Parent, "rojo=1,congo=2", "", "vert=3")).ForeignState);

    [Fact]
    public void Extract_ManyHeaders_EndsAndIsIgnored()
        => Assert.Null(LineageContext.Extract(Headers.Of(Parent, [.. Enumerable.Range(0, 20_000).Select(i => $"k{i}=v")])).ForeignState);

    [Fact]
    public void Inject_BesideForeignMembers_IsFirst()
    {
        Headers headers = Headers.Of(Parent, "rojo=1", "congo=2");
        _own.Inject(headers);
        Assert.Equal(Parent, headers["traceparent"]);
        Assert.Equal($"{Own},rojo=1,congo=2", headers["tracestate"]);
        Assert.Null(headers.Get("tracestate", 1));
    }

    [Fact]
    public void Inject_Again_ReplacesItsOwnMemberAndMovesItToTheFront()
    {
        Headers headers = Headers.Of(Parent, "rojo=1,weft=1:00000000000000aa:0000000000000000:0:1:1,congo=2");
        _own.Inject(headers);
        Assert.Equal($"{Own},rojo=1,congo=2", headers["tracestate"]);
    }

    [Fact]
    public void Inject_32ForeignMembers_DropsTheLast()
    {
        string[] members = [.. Enumerable.Range(0, 32).Select(i => $"k{i}={i}")];
        Headers headers = Headers.Of(Parent, string.Join(',', members));
        _own.Inject(headers);
        Assert.Equal($"{Own},{string.Join(',', members[..31])}", headers["tracestate"]);
    }

    [Fact]
    public void Inject_NoRoom_DropsLongMembersFirstThenFromTheEnd()
    {
        string Member(string key, int length) => key + "=" + new string('v', length - key.Length - 1);
        string small = Member("small", 120), longest = Member("long", 129), next = Member("next", 128), last = Member("last", 128), tiny = "t=1";
        Headers headers = Headers.Of(Parent, string.Join(',', small, longest, next, last, tiny));
        _own.Inject(headers);
        Assert.Equal(string.Join(',', Own, small, next, last, tiny), headers["tracestate"]);

        headers = Headers.Of(Parent, string.Join(',', small, next, last, Member("more", 128), tiny));
        _own.Inject(headers);
        Assert.Equal(string.Join(',', Own, small, next, last), headers["tracestate"]);
        Assert.InRange(headers["tracestate"]!.Length, 1, 512);
    }

    [Fact]
    public void Inject_InvalidForeignState_IsNotHandedOn()
    {
        Headers headers = Headers.Of(Parent, "Rojo=1");
        _own.Inject(headers);
        Assert.Equal(Own, headers["tracestate"]);
    }

    [Fact]
    public void Inject_Baggage_IsNotTouched()
    {
        Headers headers = Headers.Of(null);
        headers.Add(("baggage", "userId=alice,weft=x"));
        _own.Inject(headers);
        Assert.Equal("userId=alice,weft=x", headers["baggage"]);
    }

    [Fact]
    public void Inject_BesideWhatCannotBeUnderstood_WritesNothing()
    {
        Headers headers = Headers.Of("mine", "rojo=1");
        _own.Inject(headers);
        Assert.Equal("traceparent: mine\ntracestate: rojo=1", headers.ToString());
    }
}
