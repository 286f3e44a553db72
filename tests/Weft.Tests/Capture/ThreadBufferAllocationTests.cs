// Proves that recording a row allocates nothing.
using Weft.Capture;
using Weft.Flows;

namespace Weft.Tests.Capture;

public sealed class ThreadBufferAllocationTests : IDisposable
{
    private const int Rows = 100_000;
    private readonly TestSession _test = new();

    public static TheoryData<string> Methods => [.. _methods.Keys];

    private static readonly SpanColumn _scattered = ThreadBufferTests.ColumnOf([1, 3, 7, 8, 20]);

    private static readonly Dictionary<string, Action<ThreadBuffer>> _methods = new()
    {
        ["DerivePair"] = buffer => buffer.DerivePair(1, 2, 3),
        ["DeriveFanOut"] = buffer => buffer.DeriveFanOut(1, 2, 3, 4),
        ["DeriveFanOutRoots"] = buffer => buffer.DeriveFanOutRoots(1, 2, 4),
        ["DeriveLink"] = buffer => buffer.DeriveLink(1, 2),
        ["DeriveFanIn range"] = buffer => buffer.DeriveFanIn(1, 2, 4),
        ["DeriveFanIn outer and range"] = buffer => buffer.DeriveFanIn(1, 2, 3, 4),
        ["DeriveFanIn small column"] = buffer => buffer.DeriveFanIn(1, _scattered),
        ["RootRange"] = buffer => buffer.RootRange(1, 0, 4),
        ["RootOpen and RootEnd"] = buffer => buffer.RootEnd(buffer.RootOpen(1, 0, 4), 2),
        ["alternating steps"] = buffer =>
        {
            buffer.DerivePair(1, 2, 3);
            buffer.DerivePair(2, 2, 3);
        },
    };

    public void Dispose() => _test.Dispose();

    [Theory]
    [MemberData(nameof(Methods))]
    public void Row_AllocatesNothing(string method)
    {
        Action<ThreadBuffer> record = _methods[method];
        ThreadBuffer buffer = _test.NewBuffer();
        for (int i = 0; i < Rows; i++) record(buffer);
        _test.Session.Flush();

        // Chunks come from a pool, or are made once per 64 KiB: far less than a byte a row.
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Rows; i++) record(buffer);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < Rows / 8, $"{allocated} bytes for {Rows} rows");
    }
}
