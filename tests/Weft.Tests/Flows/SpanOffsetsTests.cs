// Proves that the offsets by which spans move through the buffers of a parallel query stand for the spans, near or far, on any thread.
using Weft.Flows;

namespace Weft.Tests.Flows;

public class SpanOffsetsTests
{
    [Theory]
    [InlineData(1UL, 2UL, 3UL)]
    [InlineData(1000UL, 1UL, 999UL)]
    [InlineData(5UL, (1UL << 62) + 1, 6UL)]
    [InlineData((1UL << 62) + 1, 5UL, (1UL << 62) + 2)]
    [InlineData(1UL, 1UL + (1UL << 30), 1UL + (1UL << 31))]
    [InlineData(1UL << 31, (1UL << 31) - (1UL << 30), (1UL << 31) - (1UL << 30) - 1)]
    public void Any_span_comes_back(ulong first, ulong second, ulong third)
    {
        var offsets = new SpanOffsets();
        ulong[] spans = [first, second, third, third, first];
        int[] kept = [.. spans.Select(offsets.OffsetOf)];
        Assert.Equal(spans, kept.Select(offsets.SpanAt));
    }

    [Fact]
    public void Threads_agree()
    {
        var offsets = new SpanOffsets();
        ulong[] spans = [.. Enumerable.Range(0, 100_000).Select(static i => (ulong)i % 7 == 0 ? (1UL << 50) + (ulong)i * (1UL << 33) : (1UL << 40) + (ulong)i)];
        var kept = new int[spans.Length];
        Parallel.For(0, spans.Length, i => kept[i] = offsets.OffsetOf(spans[i]));
        Assert.Equal(spans, kept.Select(offsets.SpanAt));
    }
}
