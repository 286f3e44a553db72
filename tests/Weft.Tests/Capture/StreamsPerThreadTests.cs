// Proves that steps which make children in turn (a join that feeds a join) do not disturb each other: each one's children stay consecutive.
using Weft.Capture;

namespace Weft.Tests.Capture;

public sealed class StreamsPerThreadTests
{
    [Fact]
    public void For_TwoStepsInTurn_ChildrenOfEachAreConsecutive()
    {
        const int Rounds = 100;
        ulong[] first = new ulong[Rounds], second = new ulong[Rounds];
        var thread = new Thread(() => // a new one, whose spans are fresh
        {
            for (int i = 0; i < Rounds; i++)
            {
                first[i] = ThreadBuffer.For(1).DerivePair(1, 1, 2);
                second[i] = ThreadBuffer.For(2).DerivePair(2, first[i], 3);
            }
        });
        thread.Start();
        thread.Join();

        for (int i = 1; i < Rounds; i++)
        {
            Assert.Equal(first[0] + (ulong)i, first[i]);
            Assert.Equal(second[0] + (ulong)i, second[i]);
        }
    }

    [Fact]
    public void For_AnotherThread_AnotherBuffer()
    {
        ThreadBuffer own = ThreadBuffer.For(1);
        ThreadBuffer? other = null;
        var thread = new Thread(() => other = ThreadBuffer.For(1));
        thread.Start();
        thread.Join();

        Assert.Same(own, ThreadBuffer.For(1));
        Assert.NotSame(own, other);
    }
}
