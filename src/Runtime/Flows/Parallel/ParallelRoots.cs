using Weft.Capture;

namespace Weft.Flows.Parallel;

/// <summary>Root spans for records that come on several threads, in no order; numbered as they come.</summary>
internal sealed class ParallelRoots(int source)
{
    private long _count;

    /// <summary>The span of a new record.</summary>
    internal ulong Next() => At(Interlocked.Increment(ref _count) - 1);

    /// <summary>The span of the record with this 0-based index.</summary>
    internal ulong At(long index) => Recorder.RootRange(source, index, 1);
}
