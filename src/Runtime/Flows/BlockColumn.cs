using System.Diagnostics;

namespace Weft.Flows;

/// <summary>Spans in blocks of <see cref="BlockLength"/>, each in its cheapest encoding (see <see cref="SpanBlock"/>).</summary>
internal sealed class BlockColumn : SpanColumn
{
    /// <summary>Spans in a block; the last block may hold fewer.</summary>
    internal const int BlockLength = 128;

    private readonly SpanBlock[] _blocks;
    private readonly ulong[] _data;

    internal BlockColumn(SpanBlock[] blocks, ulong[] data, int count, int step) : base(count, step)
    {
        Debug.Assert(blocks.Length == (count + BlockLength - 1) / BlockLength);
        _blocks = blocks;
        _data = data;
    }

    /// <summary>The blocks, for the encoder of outputs.</summary>
    internal ReadOnlySpan<SpanBlock> Blocks => _blocks;

    /// <summary>The data words that the blocks point into.</summary>
    internal ReadOnlySpan<ulong> Data => _data;

    internal override ulong this[int index]
    {
        get
        {
            Debug.Assert((uint)index < (uint)Count);
            return _blocks[index / BlockLength].At(index % BlockLength, _data);
        }
    }

    internal override int DecodeBlock(int block, Span<ulong> destination)
    {
        int length = Math.Min(BlockLength, Count - block * BlockLength);
        _blocks[block].Decode(_data, destination[..length]);
        return length;
    }

    internal override void CopyTo(int start, Span<ulong> destination)
    {
        Span<ulong> decoded = stackalloc ulong[BlockLength];
        while (!destination.IsEmpty)
        {
            int block = start / BlockLength;
            int offset = start % BlockLength;
            int length = DecodeBlock(block, decoded);
            int taken = Math.Min(length - offset, destination.Length);
            decoded.Slice(offset, taken).CopyTo(destination);
            destination = destination[taken..];
            start += taken;
        }
    }

    internal override bool TryGetRange(int start, int count, out ulong first)
    {
        first = 0;
        if (count == 0) return true;
        first = this[start];
        if (count == 1) return true;
        for (int block = start / BlockLength, last = (start + count - 1) / BlockLength; block <= last; block++)
        {
            int from = Math.Max(start, block * BlockLength);
            if (!_blocks[block].IsRange || _blocks[block].First + (uint)(from % BlockLength) != first + (uint)(from - start)) return false;
        }
        return true;
    }

    internal override SpanColumn WithStep(int step) => step == Step ? this : new BlockColumn(_blocks, _data, Count, step);
}
