using System.Collections.Concurrent;

namespace Weft.Capture;

/// <summary>Chunks between uses. Keeps a few, so that a burst does not hold its memory for ever.</summary>
internal sealed class ChunkPool
{
    private const int Kept = 64;

    private readonly ConcurrentQueue<Chunk> _free = new();

    internal Chunk Rent() => _free.TryDequeue(out Chunk? chunk) ? chunk : new Chunk();

    internal void Return(Chunk chunk)
    {
        if (_free.Count >= Kept) return;
        chunk.Filled = 0;
        chunk.Next = null;
        _free.Enqueue(chunk);
    }
}
