// Proves that the set behind an answer holds what was added and tells what is new, against a plain hash set.
using Weft.Answers;

namespace Weft.Tests.Answers;

public class SpanSetTests
{
    [Fact]
    public void Add_RandomRanges_AgreesWithAHashSet()
    {
        var random = new Random(1);
        var set = new SpanSet();
        var truth = new HashSet<ulong>();
        for (int i = 0; i < 2000; i++)
        {
            ulong first = (ulong)random.Next(1, 200_000), count = (ulong)random.Next(1, i % 10 == 0 ? 70_000 : 100);
            var added = new List<(ulong First, ulong Count)>();
            set.Add(first, count, added);

            List<ulong> fresh = [.. Enumerable.Range(0, (int)count).Select(k => first + (ulong)k).Where(truth.Add)];
            Assert.Equal(fresh, added.SelectMany(run => Enumerable.Range(0, (int)run.Count).Select(k => run.First + (ulong)k)));
        }
        Assert.Equal((ulong)truth.Count, set.Count);
        for (ulong span = 0; span < 280_000; span += 7) Assert.Equal(truth.Contains(span), set.Contains(span));
    }

    [Fact]
    public void Add_Neighbours_AreOneRun()
    {
        var set = new SpanSet();
        var added = new List<(ulong First, ulong Count)>();
        set.Add(60, 200_000, added);
        Assert.Equal([(60ul, 200_000ul)], added);
        set.Add(1, 300_000, added);
        Assert.Equal([(60ul, 200_000ul), (1ul, 59ul), (200_060ul, 99_941ul)], added);
    }

    [Fact]
    public void TakeLastPage_UntilEmpty_GivesEverySpanOnceFromTheLast()
    {
        var random = new Random(2);
        var set = new SpanSet();
        var truth = new SortedSet<ulong>();
        for (int i = 0; i < 500; i++)
        {
            ulong first = (ulong)random.Next(1, 1_000_000), count = (ulong)random.Next(1, 2000);
            set.Add(first, count);
            for (ulong k = 0; k < count; k++) truth.Add(first + k);
        }
        var taken = new List<ulong>();
        var page = new List<(ulong First, ulong Count)>();
        ulong before = ulong.MaxValue;
        while (set.TakeLastPage(page))
        {
            Assert.True(page[^1].First + page[^1].Count <= before);
            before = page[0].First;
            taken.AddRange(page.SelectMany(run => Enumerable.Range(0, (int)run.Count).Select(k => run.First + (ulong)k)));
            page.Clear();
        }
        Assert.Equal(truth, taken.Order());
        Assert.Equal(0ul, set.Count);
        set.Add(70_000, 3);
        Assert.True(set.TakeLastPage(page));
        Assert.Equal([(70_000ul, 3ul)], page);
    }

    [Fact]
    public void Except_Other_GivesTheRest()
    {
        var set = new SpanSet();
        var other = new SpanSet();
        set.Add(10, 200_000);
        other.Add(100, 5);
        other.Add(70_000, 1);
        Assert.Equal([(10ul, 90ul), (105ul, 69_895ul), (70_001ul, 130_009ul)], set.Except(other));
        Assert.Empty(other.Except(set));
    }
}
