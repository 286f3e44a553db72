namespace Weft.Flows.Parallel;

/// <summary>The spans of a column, by index, for any number of threads.</summary>
// Design: a scattered column is decoded a block at a time, when a thread first comes to it. Partitions are runs of indexes, so that two threads decode
// the same block only where these meet; they then write the same thing.
internal sealed class SharedSpans
{
    private const int BlockLength = BlockColumn.BlockLength;

    private readonly SpanColumn _column;
    private readonly ulong _first;       // span of index 0, when the spans are consecutive
    private readonly ulong[]?[]? _blocks; // else the decoded blocks

    internal SharedSpans(SpanColumn column)
    {
        _column = column;
        if (!column.TryGetRange(0, column.Count, out _first)) _blocks = new ulong[]?[(column.Count + BlockLength - 1) / BlockLength];
    }

    /// <summary>The step by which the records came into the collection.</summary>
    internal int Step => _column.Step;

    /// <summary>The span of a record; of one that has come into the collection since, a new root.</summary>
    internal ulong At(int index, int site)
    {
        if ((uint)index >= (uint)_column.Count) return Origin.Newcomer(site);
        return _blocks is null ? _first + (uint)index : Block(_blocks, index / BlockLength)[index % BlockLength];
    }

    private ulong[] Block(ulong[]?[] blocks, int block) => Volatile.Read(ref blocks[block]) ?? Decode(blocks, block);

    private ulong[] Decode(ulong[]?[] blocks, int block)
    {
        int start = block * BlockLength;
        var spans = new ulong[Math.Min(BlockLength, _column.Count - start)];
        _column.CopyTo(start, spans);
        Volatile.Write(ref blocks[block], spans);
        return spans;
    }
}
