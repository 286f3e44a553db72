// Proves that a column of numbers comes back as it was written, whatever the numbers, and that regular ones take almost nothing.
using Weft.Segments;

namespace Weft.Tests.Segments;

public class NumberColumnTests
{
    private static readonly Dictionary<string, ulong[]> _columns = new()
    {
        ["none"] = [],
        ["one"] = [42],
        ["two"] = [42, 7],
        ["constant"] = [.. Enumerable.Repeat(9ul, 1000)],
        ["sequence"] = [.. Enumerable.Range(0, 1000).Select(i => 5 + (ulong)i)],
        ["falling"] = [.. Enumerable.Range(0, 1000).Select(i => 5000 - 3 * (ulong)i)],
        ["each twice"] = [.. Enumerable.Range(0, 4096).Select(i => (ulong)i / 2)],
        ["few jumps"] = [.. Enumerable.Range(0, 4096).Select(i => (ulong)i + (ulong)(i / 1000 * 77))],
        ["small random"] = Random(4096, 3376),
        ["wide random"] = Random(300, ulong.MaxValue),
        ["ascending random"] = [.. Random(4096, 1 << 20).Order()],
        ["one outlier"] = [.. Random(100, 16), ulong.MaxValue, .. Random(500, 16)],
        ["extremes"] = [0, ulong.MaxValue, 0, ulong.MaxValue, 1, ulong.MaxValue - 1, 1ul << 63, (1ul << 63) - 1],
        ["group and one"] = Random(129, 1000),
        ["groups exactly"] = Random(256, 1000),
    };

    public static TheoryData<string> Columns => [.. _columns.Keys];

    [Theory]
    [MemberData(nameof(Columns))]
    public void Read_AfterWrite_GivesTheNumbers(string name)
    {
        var payload = new PayloadWriter();
        NumberColumn.Write(payload, _columns[name]);
        var reader = new PayloadReader(payload.Written);
        Assert.Equal(_columns[name], NumberColumn.Read(ref reader, _columns[name].Length));
        Assert.Equal(0, reader.Remaining);
    }

    [Theory]
    [InlineData("constant", 4)]
    [InlineData("sequence", 4)]
    [InlineData("few jumps", 32)]
    [InlineData("small random", 4096 * 13 / 8)]
    public void Write_Regular_IsShort(string name, int mostBytes)
    {
        var payload = new PayloadWriter();
        NumberColumn.Write(payload, _columns[name]);
        Assert.InRange(payload.Length, 1, mostBytes);
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void Read_CutShort_SaysWhatWasExpected(string name)
    {
        var payload = new PayloadWriter();
        NumberColumn.Write(payload, _columns[name]);
        byte[] bytes = payload.Written.ToArray();
        for (int length = 0; length < bytes.Length; length++)
        {
            int cut = length;
            Assert.Throws<InvalidDataException>(() =>
            {
                var reader = new PayloadReader(bytes.AsSpan(0, cut));
                NumberColumn.Read(ref reader, _columns[name].Length);
            });
        }
    }

    private static ulong[] Random(int count, ulong below)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64() % below)];
    }
}
