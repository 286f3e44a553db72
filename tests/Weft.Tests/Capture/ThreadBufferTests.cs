// Proves that what a thread records through its buffer is what the recording says: every kind of row, across chunks, ranges and
// alternating operations.
using Weft.Capture;
using Weft.Segments;

namespace Weft.Tests.Capture;

public sealed class ThreadBufferTests : IDisposable
{
    private readonly TestSession _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void DerivePair_ManyRows_EachChildHasItsParents()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        var expected = new List<(ulong Child, ulong A, ulong B)>();
        var random = new Random(1);
        for (int i = 0; i < 200_000; i++)
        {
            ulong a = (ulong)i + 1, b = (ulong)random.Next(1, 5000);
            expected.Add((buffer.DerivePair(7, a, b), a, b));
        }

        using RunRecording recording = _test.Close();
        foreach ((ulong child, ulong a, ulong b) in expected)
            AssertDerived(recording, child, 7, new ParentRun(a, 1, 1, false), new ParentRun(b, 1, 2, false));
    }

    [Fact]
    public void Derive_AlternatingKinds_EachChildHasItsParents()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        var expected = new List<(ulong Child, int Step, ParentRun[] Parents)>();
        for (ulong i = 1; i < 20_000; i++)
        {
            expected.Add((buffer.DerivePair(1, i, 0), 1, [new(i, 1, 1, false)]));
            expected.Add((buffer.DerivePair(2, 0, i), 2, [new(i, 1, 2, false)]));
            ulong first = buffer.DeriveFanOut(3, i, 100 * i, 3);
            for (ulong k = 0; k < 3; k++) expected.Add((first + k, 3, [new(i, 1, 1, false), new(100 * i + k, 1, 2, false)]));
            ulong child = buffer.DeriveFanOutRoots(4, i, 2);
            for (ulong k = 0; k < 2; k++) expected.Add((child + k, 4, [new(i, 1, 1, false), new(child - 2 + k, 1, 2, false)]));
            expected.Add((buffer.DeriveLink(5, i), 5, [new(i, 1, 1, false)]));
            expected.Add((buffer.DeriveFanIn(6, i, 10), 6, [new(i, 10, 1, false)]));
        }

        using RunRecording recording = _test.Close();
        Assert.Equal(expected.Count, expected.DistinctBy(e => e.Child).Count());
        foreach ((ulong child, int step, ParentRun[] parents) in expected) AssertDerived(recording, child, step, parents);
    }

    private static void AssertDerived(RunRecording recording, ulong child, int step, params ParentRun[] expected)
    {
        var parents = new List<ParentRun>();
        SpanDefinition definition = recording.Define(child, parents);
        Assert.Equal(SpanDefinition.Derived(step, isCoarse: false), definition);
        Assert.Equal(expected, parents);
    }
}
