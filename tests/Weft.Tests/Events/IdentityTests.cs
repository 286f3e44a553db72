// Proves that identities are written and read without loss, that nothing else is read as one, and that trace ids are ordered by time.
namespace Weft.Tests.Events;

public sealed class IdentityTests
{
    [Fact]
    public void ExecutionUnitId_New_IsNeverNoneAndNeverTheSame()
    {
        HashSet<ExecutionUnitId> ids = [.. Enumerable.Range(0, 10_000).Select(_ => ExecutionUnitId.New())];
        Assert.Equal(10_000, ids.Count);
        Assert.DoesNotContain(ExecutionUnitId.None, ids);
    }

    [Theory]
    [InlineData(0ul, "0000000000000000")]
    [InlineData(0x1Ful, "000000000000001f")]
    [InlineData(ulong.MaxValue, "ffffffffffffffff")]
    public void ExecutionUnitId_Text_IsSixteenDigits(ulong value, string text)
    {
        Assert.Equal(text, new ExecutionUnitId(value).ToString());
        Assert.Equal(new ExecutionUnitId(value), ExecutionUnitId.Parse(text));
        Assert.Equal(new ExecutionUnitId(value), ExecutionUnitId.Parse(text.ToUpperInvariant()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1f")]
    [InlineData("000000000000001g")]
    [InlineData(" 00000000000001f")]
    [InlineData("0000000000000001f")]
    public void ExecutionUnitId_OtherText_IsRefused(string text)
    {
        Assert.False(ExecutionUnitId.TryParse(text, out ExecutionUnitId id));
        Assert.True(id.IsNone);
        Assert.Contains("16 hexadecimal digits", Assert.Throws<FormatException>(() => ExecutionUnitId.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EventId_Text_NamesUnitAndNumber()
    {
        var id = new EventId(new ExecutionUnitId(0xAB), 17);
        Assert.Equal("00000000000000ab:17", id.ToString());
        Assert.Equal(id, EventId.Parse(id.ToString()));
        Assert.True(EventId.None.IsNone);
    }

    [Theory]
    [InlineData("00000000000000ab")]
    [InlineData("00000000000000ab:")]
    [InlineData("00000000000000ab:-1")]
    [InlineData("00000000000000ab:1 ")]
    [InlineData("00000000000000ab:99999999999999999999")]
    [InlineData("ab:1")]
    public void EventId_OtherText_IsRefused(string text)
    {
        Assert.False(EventId.TryParse(text, out _));
        Assert.Throws<FormatException>(() => EventId.Parse(text));
    }

    [Fact]
    public void TraceId_New_TellsItsTimeAndIsOrderedByIt()
    {
        DateTime before = DateTime.UtcNow.AddMilliseconds(-1);
        TraceId first = TraceId.New();
        Thread.Sleep(3);
        TraceId second = TraceId.New();
        Assert.InRange(first.Time!.Value, before, DateTime.UtcNow);
        Assert.Equal(DateTimeKind.Utc, first.Time.Value.Kind);
        Assert.True(first.CompareTo(second) < 0);
        Assert.True(string.CompareOrdinal(first.ToString(), second.ToString()) < 0);
        Assert.Equal('7', first.ToString()[12]);
    }

    [Fact]
    public void TraceId_Text_IsThatOfTheUuid()
    {
        const string Text = "017f22e279b07cc398c4dc0c0c07398f"; // RFC 9562, appendix A.6
        TraceId id = TraceId.Parse(Text);
        Assert.Equal(Text, id.ToString());
        Assert.Equal(new DateTime(2022, 2, 22, 19, 22, 22, DateTimeKind.Utc), id.Time);
        Assert.True(TraceId.None.IsNone);
    }

    [Theory]
    [InlineData("ffffffffffff7fffffffffffffffffff")] // later than any calendar
    [InlineData("00000000000000000000000000000000")]
    [InlineData("017f22e279b04cc398c4dc0c0c07398f")] // version 4
    public void TraceId_WithoutATime_SaysSo(string text) => Assert.Null(TraceId.Parse(text).Time);

    [Theory]
    [InlineData("017f22e279b07cc398c4dc0c0c07398")]
    [InlineData("017f22e2-79b0-7cc3-98c4-dc0c0c07398f")]
    [InlineData("g17f22e279b07cc398c4dc0c0c07398f")]
    public void TraceId_OtherText_IsRefused(string text)
    {
        Assert.False(TraceId.TryParse(text, out _));
        Assert.Throws<FormatException>(() => TraceId.Parse(text));
    }

    [Fact]
    public void TraceContext_Default_IsNone()
    {
        Assert.True(TraceContext.None.IsNone);
        Assert.False(new TraceContext(TraceId.New(), default).IsNone);
    }
}
