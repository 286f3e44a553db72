using System.Diagnostics;
using System.Numerics;

namespace Weft.Flows;

/// <summary>A few ascending spans that are near each other: what a filter left of up to 64 consecutive ones.</summary>
internal sealed class WordColumn(ulong first, ulong word, int step) : SpanColumn(BitOperations.PopCount(word), step)
{
    /// <summary>How far the last span may be from the first.</summary>
    internal const int Width = 64;

    /// <summary>The span of the first bit.</summary>
    internal ulong First { get; } = first;

    /// <summary>A bit for each span from <see cref="First"/> on: whether it is in the column.</summary>
    internal ulong Word { get; } = word;

    internal override ulong this[int index]
    {
        get
        {
            Debug.Assert((uint)index < (uint)Count);
            ulong bits = Word;
            for (; index > 0; index--) bits &= bits - 1;
            return First + (uint)BitOperations.TrailingZeroCount(bits);
        }
    }

    /// <summary>The column of ascending spans, where they are near enough; null where they are not.</summary>
    internal static WordColumn? Of(ReadOnlySpan<ulong> spans, int step)
    {
        if (spans.IsEmpty || spans[^1] - spans[0] >= Width) return null; // what descends is far, too, or shows below
        ulong first = spans[0], word = 1, last = first;
        foreach (ulong span in spans[1..])
        {
            if (span <= last || span - first >= Width) return null;
            word |= 1ul << (int)(span - first);
            last = span;
        }
        return new WordColumn(first, word, step);
    }

    internal override void CopyTo(int start, Span<ulong> destination)
    {
        ulong bits = Word;
        for (; start > 0; start--) bits &= bits - 1;
        for (int i = 0; i < destination.Length; i++, bits &= bits - 1) destination[i] = First + (uint)BitOperations.TrailingZeroCount(bits);
    }

    // The spans ascend, so that the two ends tell.
    internal override bool TryGetRange(int start, int count, out ulong first)
    {
        first = count == 0 ? 0 : this[start];
        return count <= 1 || this[start + count - 1] == first + (uint)count - 1;
    }

    internal override SpanColumn WithStep(int step) => step == Step ? this : new WordColumn(First, Word, step);
}
