// Proves that what a thread records through its buffer is what the recording says: every kind of row, across chunks, ranges of spans,
// alternating operations and columns.
using Weft.Capture;
using Weft.Flows;
using Weft.Segments;
using static Weft.Tests.Capture.Expectations;

namespace Weft.Tests.Capture;

public sealed class ThreadBufferTests : IDisposable
{
    private readonly TestSession _test = new();
    private readonly Expectations _expected = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void DerivePair_AcrossChunksAndRanges_EachChildHasItsParents()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        var random = new Random(1);
        for (int i = 0; i < 200_000; i++)
        {
            ulong a = (ulong)i + 1, b = (ulong)random.Next(1, 5000);
            _expected.Derived(buffer.DerivePair(7, a, b), 7, First(a), Second(b));
        }
        _expected.AssertIn(_test.Close());
    }

    [Fact]
    public void DerivePair_ParentIsNone_IsLeftOut()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        _expected.Derived(buffer.DerivePair(7, 3, 0), 7, First(3));
        _expected.Derived(buffer.DerivePair(7, 0, 4), 7, Second(4));
        _expected.Derived(buffer.DerivePair(7, 0, 0), 7);
        _expected.AssertIn(_test.Close());
    }

    [Fact]
    public void DeriveFanOut_ManyCounts_ChildrenAreParallelToTheInnerSpans()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        var random = new Random(2);
        for (int i = 0; i < 20_000; i++)
        {
            ulong outer = (ulong)i + 1, inner = (ulong)random.Next(1, 100_000);
            int count = random.Next(0, 12);
            ulong first = buffer.DeriveFanOut(3, outer, inner, count);
            for (int k = 0; k < count; k++) _expected.Derived(first + (ulong)k, 3, First(outer), Second(inner + (ulong)k));
        }
        _expected.AssertIn(_test.Close());
    }

    [Fact]
    public void DeriveFanOut_LongerThanARange_ChildrenAreConsecutive()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        buffer.DerivePair(1, 1, 2);
        const int Count = 300_000;
        ulong first = buffer.DeriveFanOut(3, 5, 1_000_000, Count);
        _expected.Derived(buffer.DerivePair(1, 3, 4), 1, First(3), Second(4));
        foreach (int k in (int[])[0, 1, 65_535, 65_536, Count - 1]) _expected.Derived(first + (ulong)k, 3, First(5), Second(1_000_000 + (ulong)k));
        _expected.AssertIn(_test.Close());
    }

    [Fact]
    public void DeriveFanOutRoots_InnerRecords_AreRootsOfTheStep()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        ulong first = buffer.DeriveFanOutRoots(4, 9, 3);
        using RunRecording recording = _test.Close();
        var parents = new List<ParentRun>();
        for (ulong i = 0; i < 3; i++)
        {
            parents.Clear();
            Assert.Equal(SpanDefinition.Derived(4, isCoarse: false), recording.Define(first + i, parents));
            Assert.Equal([First(9), Second(first - 3 + i)], parents);
            Assert.Equal(SpanDefinition.Root(4, i, isInner: true), recording.Define(first - 3 + i, parents));
        }
    }

    [Fact]
    public void Derive_AlternatingKinds_EachChildHasItsParents()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        for (ulong i = 1; i < 20_000; i++)
        {
            _expected.Derived(buffer.DerivePair(1, i, 0), 1, First(i));
            _expected.Derived(buffer.DerivePair(2, 0, i), 2, Second(i));
            ulong first = buffer.DeriveFanOut(3, i, 100 * i, 3);
            for (ulong k = 0; k < 3; k++) _expected.Derived(first + k, 3, First(i), Second(100 * i + k));
            ulong child = buffer.DeriveFanOutRoots(4, i, 2);
            for (ulong k = 0; k < 2; k++) _expected.Derived(child + k, 4, First(i), Second(child - 2 + k));
            _expected.Roots(buffer.RootRange(8, (long)i, 2), 8, (long)i, 2);
            _expected.Derived(buffer.DeriveLink(5, i), 5, First(i));
            _expected.Derived(buffer.DeriveFanIn(6, i, 10), 6, First(i, 10));
            _expected.Derived(buffer.DeriveFanIn(6, i, 7 * i, 10), 6, First(i), Second(7 * i, 10));
        }
        _expected.AssertIn(_test.Close());
    }

    [Fact]
    public void RootRange_Sources_EachRecordHasItsIndex()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        var random = new Random(3);
        long index = 0;
        for (int i = 0; i < 5000; i++)
        {
            int source = 1 + i % 3, count = random.Next(1, 40);
            _expected.Roots(buffer.RootRange(source, index, count), source, index, count);
            index += count;
        }
        ulong large = buffer.RootRange(9, 0, 5_000_000_000);
        _expected.Roots(large + 4_999_999_999, 9, 4_999_999_999, 1);
        _expected.AssertIn(_test.Close());
    }

    [Fact]
    public void RootEnd_AfterRootOpen_SaysHowManyWereUsed()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        ulong first = buffer.RootOpen(3, 0, 16);
        ulong second = buffer.RootOpen(3, 16, 32);
        buffer.RootEnd(second, 5);
        using RunRecording recording = _test.Close();
        Assert.Equal(new Dictionary<ulong, ulong> { [second] = 5 }, recording.UsedRoots());
        Assert.Equal(SpanDefinition.Root(3, 20, isInner: false), recording.Define(second + 4, []));
        Assert.Equal(SpanDefinition.Root(3, 15, isInner: false), recording.Define(first + 15, []));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(ThreadBuffer.InlineFanIn)]
    [InlineData(ThreadBuffer.InlineFanIn + 1)]
    [InlineData(100_000)]
    public void DeriveFanIn_Column_FollowsFromEverySpan(int count)
    {
        ulong[] spans = ScatteredSpans(count, seed: count);
        ThreadBuffer buffer = _test.NewBuffer();
        ulong before = buffer.DerivePair(1, 1, 2);
        ulong child = buffer.DeriveFanIn(6, ColumnOf(spans));
        ulong after = buffer.DerivePair(1, 3, 4);

        using RunRecording recording = _test.Close();
        var parents = new List<ParentRun>();
        Assert.Equal(SpanDefinition.Derived(6, isCoarse: false), recording.Define(child, parents));
        Assert.Equal(spans, parents.SelectMany(run => Enumerable.Range(0, (int)run.Count).Select(i => run.First + (ulong)i)));
        _expected.Derived(before, 1, First(1), Second(2));
        _expected.Derived(after, 1, First(3), Second(4));
        _expected.AssertIn(recording);
    }

    [Fact]
    public void DeriveFanIn_PartOfAColumn_FollowsFromThatPart()
    {
        ulong[] spans = ScatteredSpans(5000, seed: 5);
        ThreadBuffer buffer = _test.NewBuffer();
        SpanColumn column = ColumnOf(spans);
        ulong small = buffer.DeriveFanIn(6, column, 100, 50);
        ulong large = buffer.DeriveFanIn(6, column, 1000, 3000);

        using RunRecording recording = _test.Close();
        Assert.Equal(spans[100..150], ParentSpans(recording, small));
        Assert.Equal(spans[1000..4000], ParentSpans(recording, large));
    }

    [Fact]
    public void DeriveFanIn_ColumnWithNone_LeavesItOut()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        ulong child = buffer.DeriveFanIn(6, ColumnOf([0, 1, 2, 0, 9]));
        ulong large = buffer.DeriveFanIn(6, ColumnOf([.. Enumerable.Range(0, 3000).Select(i => i % 3 == 0 ? 0 : (ulong)i)]));
        using RunRecording recording = _test.Close();
        Assert.Equal([1, 2, 9], ParentSpans(recording, child));
        Assert.Equal(Enumerable.Range(0, 3000).Where(i => i % 3 != 0).Select(i => (ulong)i), ParentSpans(recording, large));
    }

    [Fact]
    public void DeriveCoarse_Column_EachChildMayFollowFromAny()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        ulong first = buffer.DeriveCoarse(6, ColumnOf([10, 11, 12, 40]), childCount: 3);
        using RunRecording recording = _test.Close();
        for (ulong i = 0; i < 3; i++)
        {
            var parents = new List<ParentRun>();
            Assert.Equal(SpanDefinition.Derived(6, isCoarse: true), recording.Define(first + i, parents));
            Assert.Equal([First(10, 3), First(40)], parents);
        }
        Assert.Equal(SpanState.Missing, recording.Define(first + 3, []).State);
    }

    [Fact]
    public void Alias_PermutedSpans_EachStandsForItsOriginal()
    {
        ulong[] spans = [.. Enumerable.Range(1, 10_000).Select(i => (ulong)i)];
        new Random(7).Shuffle(spans);
        ulong first = _test.NewBuffer().Alias(2, TestSession.Rented(spans));
        for (int i = 0; i < spans.Length; i++) _expected.Alias(first + (ulong)i, 2, spans[i]);
        _expected.AssertIn(_test.Close());
    }

    [Fact]
    public void Define_SpanNeverIssued_IsMissing()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        ulong child = buffer.DerivePair(1, 2, 3);
        using RunRecording recording = _test.Close();
        Assert.Equal(SpanState.Missing, recording.Define(child + 1, []).State);
        Assert.Equal(SpanState.Missing, recording.Define(0, []).State);
        Assert.Equal(SpanState.Missing, recording.Define(ulong.MaxValue - 1, []).State);
    }

    internal static SpanColumn ColumnOf(ReadOnlySpan<ulong> spans)
    {
        ColumnBuilder builder = ColumnBuilder.Rent();
        foreach (ulong span in spans) builder.Add(span);
        return builder.Finish(step: 0);
    }

    // Ascending with gaps, never consecutive.
    private static ulong[] ScatteredSpans(int count, int seed)
    {
        var random = new Random(seed);
        ulong span = 0;
        return [.. Enumerable.Range(0, count).Select(_ => span += 2 + (ulong)random.Next(5))];
    }

    private static IEnumerable<ulong> ParentSpans(RunRecording recording, ulong child)
    {
        var parents = new List<ParentRun>();
        recording.Define(child, parents);
        return parents.SelectMany(run => Enumerable.Range(0, (int)run.Count).Select(i => run.First + (ulong)i));
    }
}
