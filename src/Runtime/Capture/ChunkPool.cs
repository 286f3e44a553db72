using System.Collections.Concurrent;

namespace Weft.Capture;

/// <summary>Chunks between uses.</summary>
// Memory that was written a moment ago is far cheaper to write again than memory that is new, so a burst keeps its chunks until things are quiet.
internal sealed class ChunkPool
{
    private const int MostKept = 1024;  // 64 MiB
    private const int KeptWhenQuiet = 8;

    private readonly ConcurrentQueue<Chunk> _free = new();

    internal Chunk Rent() => _free.TryDequeue(out Chunk? chunk) ? chunk : new Chunk();

    internal void Return(Chunk chunk)
    {
        if (_free.Count >= MostKept)
        {
            chunk.Dispose();
            return;
        }
        chunk.Filled = 0;
        chunk.Next = null;
        _free.Enqueue(chunk);
    }

    /// <summary>Lets go of some of what a burst has left.</summary>
    internal void Trim()
    {
        for (int i = (_free.Count - KeptWhenQuiet) / 2; i >= 0 && _free.Count > KeptWhenQuiet && _free.TryDequeue(out Chunk? chunk); i--) chunk.Dispose();
    }
}
