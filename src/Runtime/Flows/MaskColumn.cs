using System.Diagnostics;
using System.Numerics;

namespace Weft.Flows;

/// <summary>What a filter left of consecutive spans: one bit a candidate.</summary>
internal sealed class MaskColumn : SpanColumn
{
    private readonly ulong _first;
    private readonly ulong[] _words; // bit i of word w: whether the span first + 64 w + i is in the column
    private int[]? _blockStarts;     // by 128 spans, how many candidates stand before the first of them; made when first asked for

    internal MaskColumn(ulong first, ulong[] words, int count, int step) : base(count, step)
    {
        _first = first;
        _words = words;
    }

    /// <summary>The span of the first candidate.</summary>
    internal ulong First => _first;

    /// <summary>A bit a candidate: whether its span is in the column.</summary>
    internal ReadOnlySpan<ulong> Words => _words;

    internal override ulong this[int index]
    {
        get
        {
            Debug.Assert((uint)index < (uint)Count);
            return _first + (uint)PositionOf(index);
        }
    }

    internal override void CopyTo(int start, Span<ulong> destination)
    {
        if (destination.IsEmpty) return;
        int position = PositionOf(start);
        int word = position / 64;
        ulong bits = _words[word] & (ulong.MaxValue << position); // modulo 64
        for (int i = 0; i < destination.Length;)
        {
            for (; bits != 0 && i < destination.Length; bits &= bits - 1)
                destination[i++] = _first + (uint)(word * 64 + BitOperations.TrailingZeroCount(bits));
            if (i < destination.Length) bits = _words[++word];
        }
    }

    // The spans ascend, so that the two ends tell.
    internal override bool TryGetRange(int start, int count, out ulong first)
    {
        first = count == 0 ? 0 : this[start];
        return count <= 1 || this[start + count - 1] == first + (uint)count - 1;
    }

    internal override SpanColumn WithStep(int step) => step == Step ? this : new MaskColumn(_first, _words, Count, step) { _blockStarts = _blockStarts };

    // How many candidates stand before the span at an index.
    private int PositionOf(int index)
    {
        int[] starts = _blockStarts ?? IndexBlocks();
        int position = starts[index / BlockColumn.BlockLength];
        int left = index % BlockColumn.BlockLength;
        int word = position / 64;
        ulong bits = _words[word] & (ulong.MaxValue << position); // modulo 64
        for (int ones; left >= (ones = BitOperations.PopCount(bits)); bits = _words[++word]) left -= ones;
        for (; left > 0; left--) bits &= bits - 1;
        return word * 64 + BitOperations.TrailingZeroCount(bits);
    }

    // Two threads may both do it, to the same end.
    private int[] IndexBlocks()
    {
        var starts = new int[(Count + BlockColumn.BlockLength - 1) / BlockColumn.BlockLength];
        int before = 0, block = 0;
        for (int word = 0; word < _words.Length && block < starts.Length; word++)
        {
            ulong bits = _words[word];
            int ones = BitOperations.PopCount(bits);
            while (block < starts.Length && block * BlockColumn.BlockLength < before + ones)
            {
                ulong rest = bits;
                for (int skip = block * BlockColumn.BlockLength - before; skip > 0; skip--) rest &= rest - 1;
                starts[block++] = word * 64 + BitOperations.TrailingZeroCount(rest);
            }
            before += ones;
        }
        _blockStarts = starts;
        return starts;
    }
}
