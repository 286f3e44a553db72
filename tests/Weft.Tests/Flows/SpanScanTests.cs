// Proves the vectorised scans against plain ones, at every length around a vector's and with a fault at every place.
using Weft.Flows;

namespace Weft.Tests.Flows;

public sealed class SpanScanTests
{
    private static readonly IEnumerable<int> _lengths = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 127, 128];

    [Fact]
    public void IsAscending_OneSpanOutOfOrder_IsSeenAtEveryPlace()
    {
        foreach (int length in _lengths)
        {
            ulong[] spans = [.. Enumerable.Range(0, length).Select(i => (ulong)i * 3 + 10)];
            Assert.True(SpanScan.IsAscending(spans));
            for (int i = 1; i < length; i++)
            {
                ulong[] equal = [.. spans], less = [.. spans];
                equal[i] = equal[i - 1];
                less[i] = 1;
                Assert.False(SpanScan.IsAscending(equal));
                Assert.False(SpanScan.IsAscending(less));
            }
        }
    }

    [Fact]
    public void Bounds_OfRandomSpans_AreTheLeastAndTheGreatest()
    {
        var random = new Random(5);
        foreach (int length in _lengths)
        {
            for (int round = 0; round < 20; round++)
            {
                ulong[] spans = [.. Enumerable.Range(0, length).Select(_ => (ulong)random.NextInt64())];
                Assert.Equal((spans.Min(), spans.Max()), SpanScan.Bounds(spans));
            }
        }
    }
}
