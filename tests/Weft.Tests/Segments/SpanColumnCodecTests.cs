// Proves that a column of spans comes back from a file as it was in memory, in each shape and encoding.
using Weft.Flows;
using Weft.Flows.Grouping;
using Weft.Segments;
using Weft.Tests.Capture;

namespace Weft.Tests.Segments;

public class SpanColumnCodecTests
{
    private static readonly Dictionary<string, ulong[]> _columns = new()
    {
        ["none"] = [],
        ["one"] = [7],
        ["range"] = Ascending(10_000, _ => 1),
        ["two ranges"] = [.. Ascending(1000, _ => 1), .. Ascending(1000, _ => 1)],
        ["filter"] = Ascending(10_000, i => 1 + (ulong)(i * 7919 % 3)),
        ["sparse"] = Ascending(1000, i => 1 + (ulong)(i * 7919 % 90_000)),
        ["shuffled"] = Shuffled(5000),
        ["wide"] = [.. Enumerable.Range(0, 300).Select(i => (ulong)(i * 7919 % 300) << 40)],
        ["with none"] = [.. Enumerable.Range(0, 300).Select(i => i % 3 == 0 ? 0 : (ulong)i)],
    };

    public static TheoryData<string> Columns => [.. _columns.Keys];

    [Theory]
    [MemberData(nameof(Columns))]
    public void Read_AfterWrite_GivesTheSpans(string name)
    {
        SpanColumn column = ThreadBufferTests.ColumnOf(_columns[name]);
        var payload = new PayloadWriter();
        SpanColumnCodec.Write(payload, column);
        var reader = new PayloadReader(payload.Written);
        SpanColumn read = SpanColumnCodec.Read(ref reader, step: 3);
        Assert.Equal(0, reader.Remaining);
        Assert.Equal(3, read.Step);
        Assert.Equal(_columns[name], SpansOf(read));
        for (int i = 0; i < read.Count; i += 97) Assert.Equal(_columns[name][i], read[i]);
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void Write_PartOrArray_GivesTheSpans(string name)
    {
        ulong[] spans = _columns[name];
        int start = spans.Length / 3, count = spans.Length / 2;
        var payload = new PayloadWriter();
        SpanColumnCodec.Write(payload, ThreadBufferTests.ColumnOf(spans), start, count);
        SpanColumnCodec.Write(payload, spans);
        var reader = new PayloadReader(payload.Written);
        Assert.Equal(spans[start..(start + count)], SpansOf(SpanColumnCodec.Read(ref reader, 0)));
        Assert.Equal(spans, SpansOf(SpanColumnCodec.Read(ref reader, 0)));
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void Read_CutShort_SaysWhatWasExpected(string name)
    {
        var payload = new PayloadWriter();
        SpanColumnCodec.Write(payload, ThreadBufferTests.ColumnOf(_columns[name]));
        byte[] bytes = payload.Written.ToArray();
        for (int length = 0; length < bytes.Length; length += 1 + bytes.Length / 500)
        {
            int cut = length;
            Assert.Throws<InvalidDataException>(() =>
            {
                var reader = new PayloadReader(bytes.AsSpan(0, cut));
                SpanColumnCodec.Read(ref reader, 0);
            });
        }
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 1000)]
    [InlineData(64, 5000)]
    [InlineData(65, 5000)]
    [InlineData(900, 1000)]
    [InlineData(70_000, 200_000)]
    public void Read_Grouped_GivesTheSpansGroupByGroup(int groups, int count)
    {
        var random = new Random(count);
        foreach (ulong[]? scattered in new[] { null, Shuffled(count) })
        {
            int[] ordinals = [.. Enumerable.Range(0, count).Select(i => i < groups ? i : random.Next(groups))];
            int[] starts = [.. Enumerable.Range(0, groups + 1).Select(group => group)]; // only their number counts here
            var payload = new PayloadWriter();
            new GroupedSpans([.. ordinals], null, scattered is null ? null : [.. scattered], 40, starts, count).Write(payload);

            var reader = new PayloadReader(payload.Written);
            SpanColumn read = SpanColumnCodec.Read(ref reader, step: 3);
            Assert.Equal(0, reader.Remaining);
            Assert.Equal(3, read.Step);
            Assert.Equal(Enumerable.Range(0, count).OrderBy(i => ordinals[i]).Select(i => scattered?[i] ?? 40 + (ulong)i), SpansOf(read));
            var head = new PayloadReader(payload.Written);
            Assert.Equal(count, SpanColumnCodec.ReadCount(ref head));
            byte[] bytes = payload.Written.ToArray();
            for (int length = 0; length < bytes.Length; length += 1 + bytes.Length / 100)
            {
                int cut = length;
                Assert.Throws<InvalidDataException>(() =>
                {
                    var reader = new PayloadReader(bytes.AsSpan(0, cut));
                    SpanColumnCodec.Read(ref reader, 0);
                });
            }
        }
    }

    [Fact]
    public void Read_GroupOutOfRange_SaysWhatWasExpected()
    {
        var payload = new PayloadWriter();
        GroupedColumn.WriteHead(payload, 3, 3);
        SpanColumnCodec.Write(payload, [7, 8, 9]);
        GroupedColumn.WriteOrdinals(payload, [0, 3, 1], 3);
        InvalidDataException fault = Assert.Throws<InvalidDataException>(() =>
        {
            var reader = new PayloadReader(payload.Written);
            SpanColumnCodec.Read(ref reader, 0);
        });
        Assert.Contains("a group below 3 (found 3)", fault.Message);
    }

    [Fact]
    public void Write_Range_TakesAFewBytes()
    {
        var payload = new PayloadWriter();
        SpanColumnCodec.Write(payload, new RangeColumn(1_000_000, 50_000_000, 0));
        Assert.InRange(payload.Length, 1, 8);
    }

    [Fact]
    public void Write_HalfOfTheRecords_TakesAboutTwoBitsEach()
    {
        ulong[] half = [.. Enumerable.Range(0, 2_000_000).Where(i => (i * 2654435761L >> 7 & 1) == 0).Select(i => (ulong)i)];
        var payload = new PayloadWriter();
        SpanColumnCodec.Write(payload, ThreadBufferTests.ColumnOf(half));
        Assert.InRange(payload.Length * 8.0 / half.Length, 1, 3);
    }

    private static ulong[] SpansOf(SpanColumn column)
    {
        ulong[] spans = new ulong[column.Count];
        column.CopyTo(0, spans);
        return spans;
    }

    private static ulong[] Ascending(int count, Func<int, ulong> step)
    {
        ulong span = 0;
        return [.. Enumerable.Range(0, count).Select(i => span += step(i))];
    }

    private static ulong[] Shuffled(int count)
    {
        ulong[] spans = Ascending(count, _ => 1);
        new Random(1).Shuffle(spans);
        return spans;
    }
}
