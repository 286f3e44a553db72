namespace Weft.Flows;

/// <summary>
/// The spans of a materialised collection, by index. Immutable, so that a collection, an output and the background writer can share one.
/// Four shapes: <see cref="RangeColumn"/> (consecutive spans, no storage), <see cref="WordColumn"/> (a few near each other), <see cref="MaskColumn"/> (what a filter left of
/// consecutive spans) and <see cref="BlockColumn"/> (blocks of 128 spans, each in its cheapest encoding).
/// </summary>
internal abstract class SpanColumn(int count, int step)
{
    /// <summary>Number of spans, equal to the number of records of the collection.</summary>
    internal int Count { get; } = count;

    /// <summary>The step by which the records came here since their spans were issued, the materialising operator included; 0 for none.</summary>
    internal int Step { get; } = step;

    /// <summary>The span of the record at <paramref name="index"/>, which is below <see cref="Count"/>.</summary>
    internal abstract ulong this[int index] { get; }

    /// <summary>Copies the spans from <paramref name="start"/> on; start + destination.Length is at most <see cref="Count"/>.</summary>
    internal abstract void CopyTo(int start, Span<ulong> destination);

    /// <summary>Decodes the spans from 128 <paramref name="block"/> on into the front of <paramref name="destination"/> (long enough for them); returns their number.</summary>
    internal virtual int DecodeBlock(int block, Span<ulong> destination)
    {
        int start = block * BlockColumn.BlockLength;
        int length = Math.Min(BlockColumn.BlockLength, Count - start);
        CopyTo(start, destination[..length]);
        return length;
    }

    /// <summary>Whether the <paramref name="count"/> spans from <paramref name="start"/> on are consecutive; cheap, may miss a range that is one by chance.</summary>
    internal abstract bool TryGetRange(int start, int count, out ulong first);

    /// <summary>The same spans, come by another step.</summary>
    internal abstract SpanColumn WithStep(int step);
}
