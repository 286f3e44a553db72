// Proves that a walk to descendants ends in time and memory that fit the recording: chains of a hundred thousand records whose operators alternate, a
// million children in one range, and children whose spans are smaller than their parents'.
using Weft.Capture;
using Weft.Store.Impact;
using Weft.Store.Runs;
using Weft.Store.Tests.Recordings;

namespace Weft.Store.Tests.Impact;

public sealed class DescendantWalkTests : IDisposable
{
    private readonly TestRun _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Run_LongChainOfAlternatingOperators_ReachesItsEnd()
    {
        const int Length = 100_000;
        ThreadBuffer buffer = _test.NewBuffer();
        ulong last = buffer.RootRange(TestRun.Source("chain"), 0, 1);
        for (int i = 0; i < Length; i++) last = i % 2 == 0 ? buffer.DeriveLink(1, last) : buffer.DerivePair(2, last, last);

        DescendantWalk walk = Walk(_test.Close(), 1);

        Assert.True(walk.Reached.Contains(last));
        Assert.Equal(Length, walk.DerivedByStep.Values.Sum());
        Assert.Equal(Length / 2, walk.DerivedByStep[1]);
    }

    [Fact]
    public void Run_MillionChildrenOfOneRange_AreReachedTogether()
    {
        const int Count = 1_000_000;
        ThreadBuffer buffer = _test.NewBuffer();
        ulong outer = buffer.RootRange(TestRun.Source("outer"), 0, 1);
        ulong inner = buffer.RootRange(TestRun.Source("inner"), 0, Count);
        ulong children = buffer.DeriveFanOut(1, outer, inner, Count);
        ulong sum = buffer.DeriveFanIn(2, children, Count);
        OpenRun run = _test.Close();

        Assert.Equal(Count, Walk(run, outer).DerivedByStep[1]);
        DescendantWalk walk = Walk(run, inner + 123_456);
        Assert.Equal(1, walk.DerivedByStep[1]);
        Assert.True(walk.Reached.Contains(children + 123_456));
        Assert.True(walk.Reached.Contains(sum));
        Assert.Equal(3ul, walk.Reached.Count);
    }

    // Two threads hand records to each other: half of the children have smaller spans than their parents.
    [Fact]
    public void Run_ChildrenWithSmallerSpansThanTheirParents_AreReached()
    {
        ThreadBuffer first = _test.NewBuffer(), second = _test.NewBuffer();
        ulong last = first.RootRange(TestRun.Source("start"), 0, 1);
        second.RootRange(TestRun.Source("other"), 0, 1);
        bool wentBack = false;
        for (int i = 0; i < 20_000; i++)
        {
            ulong child = (i % 2 == 0 ? second : first).DeriveLink(1, last);
            wentBack |= child < last;
            last = child;
        }
        Assert.True(wentBack);

        Assert.Equal(20_000, Walk(_test.Close(), 1).DerivedByStep[1]);
    }

    [Fact]
    public void Run_CycleInTheRecording_Ends()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        ulong first = buffer.DeriveLink(1, parent: 2);
        buffer.DeriveLink(1, first);

        Assert.Equal(2ul, Walk(_test.Close(), first).Reached.Count);
    }

    private static DescendantWalk Walk(OpenRun run, ulong span)
    {
        var walk = new DescendantWalk(run.Recording, PageMapBuilder.Build(run.Recording), run.Places);
        walk.Run([(span, 1)]);
        return walk;
    }
}
