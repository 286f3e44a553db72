using System.Runtime.CompilerServices;

namespace Weft.Capture;

/// <summary>A fixed piece of a thread's stream, pinned so that the producer can write through a pointer.</summary>
internal sealed unsafe class Chunk
{
    /// <summary>Words in a chunk: 64 KiB.</summary>
    internal const int Words = 8192;

    /// <summary>Bytes in a chunk.</summary>
    internal const int Bytes = Words * sizeof(ulong);

    private readonly ulong[] _words = GC.AllocateUninitializedArray<ulong>(Words, pinned: true);

    /// <summary>Words in use, once the producer has left the chunk. Written by the producer before its cursor moves on.</summary>
    internal int Filled;

    /// <summary>The chunk that continues the stream. Written by the producer before its cursor moves on.</summary>
    internal Chunk? Next;

    internal ulong* Start => (ulong*)Unsafe.AsPointer(ref _words[0]);

    internal ulong* End => Start + Words;

    internal ReadOnlySpan<ulong> Content(int from, int to) => _words.AsSpan(from, to - from);

    /// <summary>Whether a producer's cursor stands in this chunk; the end counts. Chunks never touch, so at most one contains it.</summary>
    internal bool Contains(nint cursor) => cursor >= (nint)Start && cursor <= (nint)End;

    internal int IndexOf(nint cursor) => (int)((ulong*)cursor - Start);
}
