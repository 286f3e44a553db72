using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Weft.Flows;

/// <summary>How the spans of one block are stored, relative to the least of them.</summary>
internal enum SpanEncoding : byte
{
    /// <summary>Consecutive: no data.</summary>
    Range,

    /// <summary>Strictly ascending and dense: one bit a candidate, the least span is bit 0.</summary>
    Bitmap,

    /// <summary>16-bit offsets, in order.</summary>
    Offsets16,

    /// <summary>32-bit offsets, in order.</summary>
    Offsets32,

    /// <summary>64-bit offsets, in order.</summary>
    Offsets64,
}

/// <summary>The head of one block of up to <see cref="BlockColumn.BlockLength"/> spans.</summary>
/// <param name="First">The least span of the block; for a range or a bitmap also the first one.</param>
/// <param name="Start">Index of the block's first data word.</param>
/// <param name="Words">Number of data words.</param>
/// <param name="Encoding">How the data words are to be read.</param>
internal readonly record struct SpanBlock(ulong First, int Start, ushort Words, SpanEncoding Encoding)
{
    internal bool IsRange => Encoding == SpanEncoding.Range;

    internal ulong At(int index, ulong[] data) => Encoding switch
    {
        SpanEncoding.Range => First + (uint)index,
        SpanEncoding.Bitmap => First + (uint)Select(data.AsSpan(Start, Words), index),
        SpanEncoding.Offsets16 => First + MemoryMarshal.Cast<ulong, ushort>(data.AsSpan(Start, Words))[index],
        SpanEncoding.Offsets32 => First + MemoryMarshal.Cast<ulong, uint>(data.AsSpan(Start, Words))[index],
        _ => First + data[Start + index],
    };

    internal void Decode(ulong[] data, Span<ulong> destination)
    {
        switch (Encoding)
        {
            case SpanEncoding.Range:
                for (int i = 0; i < destination.Length; i++) destination[i] = First + (uint)i;
                break;
            case SpanEncoding.Bitmap:
                DecodeBitmap(data.AsSpan(Start, Words), destination);
                break;
            case SpanEncoding.Offsets16:
                ReadOnlySpan<ushort> shorts = MemoryMarshal.Cast<ulong, ushort>(data.AsSpan(Start, Words));
                for (int i = 0; i < destination.Length; i++) destination[i] = First + shorts[i];
                break;
            case SpanEncoding.Offsets32:
                ReadOnlySpan<uint> ints = MemoryMarshal.Cast<ulong, uint>(data.AsSpan(Start, Words));
                for (int i = 0; i < destination.Length; i++) destination[i] = First + ints[i];
                break;
            default:
                for (int i = 0; i < destination.Length; i++) destination[i] = First + data[Start + i];
                break;
        }
    }

    private void DecodeBitmap(ReadOnlySpan<ulong> words, Span<ulong> destination)
    {
        int written = 0;
        for (int w = 0; w < words.Length; w++)
        {
            ulong wordFirst = First + (uint)w * 64u;
            for (ulong bits = words[w]; bits != 0; bits &= bits - 1)
                destination[written++] = wordFirst + (uint)BitOperations.TrailingZeroCount(bits);
        }
        Debug.Assert(written == destination.Length);
    }

    // The position of the set bit number `index`.
    private static int Select(ReadOnlySpan<ulong> words, int index)
    {
        int w = 0;
        for (int ones; index >= (ones = BitOperations.PopCount(words[w])); w++) index -= ones;
        ulong bits = words[w];
        for (; index > 0; index--) bits &= bits - 1;
        return w * 64 + BitOperations.TrailingZeroCount(bits);
    }
}
