// Proves that the index finds every section that may hold a span, also when sections of different operators lie inside one another.
using Weft.Capture;
using Weft.Segments;

namespace Weft.Tests.Segments;

public class SpanIndexTests
{
    [Fact]
    public void Find_OverlappingSections_AgreesWithASearchOfAll()
    {
        var random = new Random(1);
        var index = new SpanIndex();
        var all = new List<Definitions>();
        for (int i = 0; i < 3000; i++)
        {
            var entry = new Definitions(new SectionHead(RowKind.Pair, i, (ulong)random.Next(1, 100_000), (ulong)random.Next(1, i % 50 == 0 ? 20_000 : 50), 1, 0), null!, 0, 0);
            all.Add(entry);
            index.Add(entry);
            if (i % 300 != 0) continue;
            for (int k = 0; k < 200; k++)
            {
                ulong first = (ulong)random.Next(0, 130_000), end = first + (ulong)random.Next(1, 300);
                IEnumerable<int> expected = all.Where(each => each.Head.First < end && each.Head.End > first).Select(each => each.Head.Operation).Order();
                Assert.Equal(expected, index.Find(first, end).Select(each => each.Head.Operation).Order());
            }
        }
        Assert.Equal(3000, index.Count);
    }
}
