// Proves: a list that loop bodies fill has the spans of what the loops were at; it goes on from what it held before; and a change that was not
// followed ends the exactness of its answers, never silently.
using Weft.Flows;
using Weft.Tests.Capture;

namespace Weft.Tests.Flows.Loops;

public class LoopAddTests
{
    private static readonly int[] _sites = TestSites.Register(
        TestSites.Row("Where", 10, source: "numbers"), TestSites.Row("ToList", 11), TestSites.Row("Add", 12, source: "list"), TestSites.Row("Add", 13, source: "list"));

    private static readonly int[] _numbers = [.. Enumerable.Range(0, 300)];

    [Fact]
    public void Add_LoopOverAFlow_KeepsTheSpans()
    {
        var list = new List<int>();
        AddAll(Flow(n => n % 3 == 0), list);

        LineageGraph answer = Lineage.Of(list, 99).Why();
        Assert.Equal("list[99]\n└─ numbers[297]  (Where Program.cs:10, Add Program.cs:12)\n", answer.ToString());
        Assert.Equal(LineageVerdict.Exact, answer.Verdict);
        Assert.Equal(297, list[99]);
    }

    [Fact]
    public void Add_LoopOverATracedList_KeepsTheSpans()
    {
        List<int> traced = Traced(n => n > 9);
        var direct = new List<int>();
        var boxed = new List<int>();
        AddAll(traced, direct);
        AddAll((IEnumerable<int>)traced, boxed);

        foreach (List<int> list in new[] { direct, boxed })
        {
            Assert.Equal(traced, list);
            for (int i = 0; i < list.Count; i++) Assert.Equal(Lineage.Of(traced, i).Span, Lineage.Of(list, i).Span);
        }
    }

    [Fact]
    public void Add_LoopOverAnUntracedSequence_AttachesNothing()
    {
        var list = new List<int>();
        AddAll([.. _numbers], list);
        AddAll((IEnumerable<int>)_numbers, list);
        AddAll(Enumerable.Range(0, 3), list);

        Assert.Equal(603, list.Count);
        Assert.Null(Attachments.Find(list));
    }

    [Fact]
    public void Add_NestedLoops_FollowsFromThoseThatCarrySpans()
    {
        var list = new List<int>();
        LoopSource? outerSource = null, plainSource = null;
        using IEnumerator<int> outer = Flow(n => n is 7 or 8).GetEnumerator();
        while (outer.MoveNext())
        {
            using IEnumerator<int> plain = Enumerable.Range(0, 1).GetEnumerator();
            plainSource = null;
            while (plain.MoveNext())
            {
                LoopSource? innerSource = null;
                using IEnumerator<int> inner = Flow(n => n == 200).GetEnumerator();
                while (inner.MoveNext())
                {
                    LoopRecord record = Woven.Within<Recording>(
                        Woven.Within<Recording>(Record(inner, ref innerSource), Record(plain, ref plainSource), _sites[2]), Record(outer, ref outerSource), _sites[2]);
                    Woven.Add<Recording, int>(list, outer.Current + inner.Current, record, _sites[2]);
                }
            }
        }

        Assert.Equal([207, 208], list);
        Assert.Equal("list[1]\n└─ Add Program.cs:12\n   ├─ numbers[8]  (Where Program.cs:10)\n   └─ numbers[200]  (Where Program.cs:10)\n", Lineage.Of(list, 1).Why().ToString());
    }

    [Fact]
    public void Within_ThreeLoops_FollowsFromAll()
    {
        var list = new List<int>();
        foreach (int expected in new[] { 1, 2 })
        {
            LoopSource?[] sources = new LoopSource?[4];
            IEnumerator<int>[] loops = [.. Enumerable.Range(1, 4).Select(number => Flow(n => n == number * 10).GetEnumerator())];
            foreach (IEnumerator<int> loop in loops) loop.MoveNext();

            LoopRecord record = Record(loops[3], ref sources[3]);
            for (int i = 2; i >= 0; i--) record = Woven.Within<Recording>(record, Record(loops[i], ref sources[i]), _sites[2]);
            Woven.Add<Recording, int>(list, expected, record, _sites[2]);
        }

        LineageGraph answer = Lineage.Of(list, 1).Why();
        Assert.Equal([10L, 20, 30, 40], answer.Roots.Select(root => root.Index).Order());
        Assert.Equal(LineageVerdict.Exact, answer.Verdict);
    }

    [Fact]
    public void Add_ListThatHasAColumn_GoesOnFromIt()
    {
        List<int> list = Traced(n => n < 5);
        SpanId[] before = [.. Enumerable.Range(0, 5).Select(i => Lineage.Of(list, i).Span)];
        AddAll(Flow(n => n > 290), list);

        Assert.Equal(before, Enumerable.Range(0, 5).Select(i => Lineage.Of(list, i).Span));
        LineageGraph answer = Lineage.Of(list, 5).Why();
        Assert.Equal(LineageVerdict.Exact, answer.Verdict);
        Assert.Equal(291, Assert.Single(answer.Roots).Index);
    }

    [Fact]
    public void Add_ListWithUntracedItems_MakesThemRoots()
    {
        var list = new List<int> { -1, -2 };
        AddAll(Flow(n => n == 42), list);

        Assert.Equal("list", Assert.Single(Lineage.Of(list, 1).Why().Roots).Source.Name);
        LineageRoot added = Assert.Single(Lineage.Of(list, 2).Why().Roots);
        Assert.Equal(("numbers", 42), (added.Source.Name, added.Index));
    }

    [Fact]
    public void Add_FromTwoSites_TellsBothWays()
    {
        var list = new List<int>();
        AddAll(Flow(n => n < 2), list);
        AddAll(Flow(n => n > 297), list, _sites[3]);

        string answer = Lineage.Of(list, 3).Why().ToString();
        Assert.Contains("Add Program.cs:12", answer, StringComparison.Ordinal);
        Assert.Contains("Add Program.cs:13", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_SitesInTurn_MakesNoMoreStepsThanWays()
    {
        var list = new List<int>();
        AddInTurn(list);
        int before = Weft.Capture.Steps.Count;
        AddInTurn(list);

        // Other tests run at the same time: as many steps as additions would be more than theirs.
        Assert.InRange(Weft.Capture.Steps.Count - before, 0, 150);
        Assert.Equal(400, list.Count);
    }

    [Fact]
    public void Why_NothingWasRecordedSinceAFlushButTheWay_TellsIt()
    {
        int site = TestSites.Register(TestSites.Row("Add", 99))[0];
        IEnumerable<int> traced = Traced(n => n < 9);
        Lineage.Flush();
        var list = new List<int>();
        AddAll(traced, list, site);

        Assert.Contains("Add Program.cs:99", Lineage.Of(list, 0).Why().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Why_ListChangedSinceTheLoop_IsIncomplete()
    {
        var list = new List<int>();
        AddAll(Flow(n => n > 290), list);
        list.RemoveAt(0);

        Assert.Equal(LineageVerdict.Incomplete, Lineage.Of(list, 0).Why().Verdict);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Add_ListChangedInBetween_IsIncompleteUntilItIsEmpty(bool onSiteOfItsOwn)
    {
        int site = _sites[onSiteOfItsOwn ? 3 : 2];
        var list = new List<int>();
        AddAll(Flow(n => n < 5), list);
        list.Insert(0, -1);
        AddAll(Flow(n => n > 290), list, site);
        AddAll(Flow(n => n > 290), list, site);

        Assert.Contains("passed through code that Weft does not understand", Lineage.Of(list, 8).Why().ToString(), StringComparison.Ordinal);
        List<int> read = Woven.ToList<Recording, int>(list, _sites[1]);
        Assert.Equal(LineageVerdict.Incomplete, Lineage.Of(read, 8).Why().Verdict);

        list.Clear();
        AddAll(Flow(n => n == 3), list, site);
        LineageGraph answer = Lineage.Of(list, 0).Why();
        Assert.Equal(LineageVerdict.Exact, answer.Verdict);
        Assert.Equal(3, Assert.Single(answer.Roots).Index);
    }

    [Fact]
    public void Add_WindowThatSlides_KeepsNoSpansOfWhatIsGone()
    {
        var window = new List<int>();
        LoopSource? source = null;
        using IEnumerator<int> numbers = Flow(_ => true).GetEnumerator();
        while (numbers.MoveNext())
        {
            Woven.Add<Recording, int>(window, numbers.Current, Record(numbers, ref source), _sites[2]);
            if (window.Count > 10) window.RemoveAt(0);
        }

        Assert.IsType<CutAttachment>(Attachments.Find(window));
    }

    [Fact]
    public void RecordOf_ListChangedBeforeTheLoop_GivesTheSameSpansToEachLoop()
    {
        List<int> traced = Traced(n => n < 9);
        traced.Reverse();
        var one = new List<int>();
        var other = new List<int>();
        AddAll(traced, one);
        AddAll(traced, other);

        Assert.Equal(Lineage.Of(one, 3).Span, Lineage.Of(other, 3).Span);
        Assert.Equal(LineageVerdict.Incomplete, Lineage.Of(other, 3).Why().Verdict);
    }

    [Fact]
    public void Add_NoList_ThrowsAsTheOriginal()
    {
        Assert.Throws<NullReferenceException>(() => AddAll(Flow(_ => true), null!));
        Assert.Throws<NullReferenceException>(() => Woven.Add<Recording, int>(null!, 1, default, _sites[2]));
    }

    [Fact]
    public void Add_WithoutLineage_AddsOnly()
    {
        var list = new List<int>();
        LoopSource? source = null;
        using IEnumerator<int> numbers = Flow(_ => true).GetEnumerator();
        while (numbers.MoveNext()) Woven.Add<NoLineage, int>(list, numbers.Current, Woven.RecordOf<NoLineage, int>(numbers, ref source, _sites[2]), _sites[2]);

        Assert.Equal(_numbers, list);
        Assert.Null(source);
        Assert.Null(Attachments.Find(list));
    }

    [Fact]
    public void Add_ManyLists_AreNotKeptAlive()
    {
        WeakReference[] lists = [.. Enumerable.Range(0, 20).Select(_ => Filled())];
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.DoesNotContain(lists, list => list.IsAlive);
    }

    private static WeakReference Filled()
    {
        var list = new List<int>();
        AddAll(Flow(_ => true), list);
        return new WeakReference(list);
    }

    private static void AddInTurn(List<int> list)
    {
        LoopSource? source = null;
        using IEnumerator<int> numbers = Flow(n => n < 200).GetEnumerator();
        while (numbers.MoveNext())
            Woven.Add<Recording, int>(list, numbers.Current, Record(numbers, ref source), _sites[2 + numbers.Current % 2]);
    }

    // foreach (int n in numbers) list.Add(n), as it is woven.
    private static void AddAll(IEnumerable<int> numbers, List<int> list, int site = 0)
    {
        LoopSource? source = null;
        using IEnumerator<int> records = numbers.GetEnumerator();
        if (site == 0) site = _sites[2];
        while (records.MoveNext()) Woven.Add<Recording, int>(list, records.Current, Woven.RecordOf<Recording, int>(records, ref source, site), site);
    }

    private static void AddAll(List<int> numbers, List<int> list)
    {
        LoopSource? source = null;
        List<int>.Enumerator records = numbers.GetEnumerator();
        while (records.MoveNext()) Woven.Add<Recording, int>(list, records.Current, Woven.RecordOf<Recording, int>(records, ref source, _sites[2]), _sites[2]);
    }

    private static LoopRecord Record(IEnumerator<int> records, ref LoopSource? source) => Woven.RecordOf<Recording, int>(records, ref source, _sites[2]);

    private static IEnumerable<int> Flow(Func<int, bool> predicate) => Woven.Where<Recording, int>(_numbers, predicate, _sites[0]);

    private static List<int> Traced(Func<int, bool> predicate) => Woven.ToList<Recording, int>(Flow(predicate), _sites[1]);
}
