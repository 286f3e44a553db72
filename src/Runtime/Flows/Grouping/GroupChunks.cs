namespace Weft.Flows.Grouping;

/// <summary>The group objects of a lookup by ordinal.</summary>
// In chunks that stay out of the large object heap, whose growth would cost full collections.
internal sealed class GroupChunks
{
    private const int ChunkLength = 4096; // a power of two

    private readonly object[][] _chunks;

    internal GroupChunks(int capacity)
    {
        _chunks = new object[(capacity + ChunkLength - 1) / ChunkLength][];
        for (int i = 0; i < _chunks.Length; i++) _chunks[i] = new object[Math.Min(ChunkLength, capacity - i * ChunkLength)];
    }

    /// <summary>Number of groups added.</summary>
    internal int Count { get; private set; }

    internal object this[int ordinal] => _chunks[(uint)ordinal / ChunkLength][(uint)ordinal % ChunkLength];

    internal void Add(object group)
    {
        _chunks[Count / ChunkLength][Count % ChunkLength] = group;
        Count++;
    }
}
