using System.Runtime.InteropServices;

namespace Weft.Capture;

/// <summary>A fixed piece of a thread's stream, in native memory: written through a pointer, and nothing for the garbage collector to count or move.</summary>
internal sealed unsafe class Chunk : IDisposable
{
    /// <summary>Words in a chunk: 64 KiB.</summary>
    internal const int Words = 8192;

    /// <summary>Bytes in a chunk.</summary>
    internal const int Bytes = Words * sizeof(ulong);

    private const int CacheLine = 64;

    /// <summary>Words in use, once the producer has left the chunk. Written by the producer before its cursor moves on.</summary>
    internal int Filled;

    /// <summary>The chunk that continues the stream. Written by the producer before its cursor moves on.</summary>
    internal Chunk? Next;

    // One line more than is used, so that the end of a chunk is never the start of another.
    internal Chunk() => Start = (ulong*)NativeMemory.AlignedAlloc(Bytes + CacheLine, CacheLine);

    ~Chunk() => NativeMemory.AlignedFree(Start);

    internal ulong* Start { get; private set; }

    internal ulong* End => Start + Words;

    /// <summary>Words of the chunk, valid as long as the chunk is referred to.</summary>
    internal ReadOnlySpan<ulong> Content(int from, int to) => new(Start + from, to - from);

    /// <summary>Whether a producer's cursor stands in this chunk; the end counts. At most one chunk contains it.</summary>
    internal bool Contains(nint cursor) => cursor >= (nint)Start && cursor <= (nint)End;

    public void Dispose()
    {
        NativeMemory.AlignedFree(Start);
        Start = null;
        GC.SuppressFinalize(this);
    }

    internal int IndexOf(nint cursor) => (int)((ulong*)cursor - Start);
}
