using System.Buffers;
using Weft.Segments;

namespace Weft.Capture;

/// <summary>The spans that consecutive aliases stand for, in their order; computed by the writer, away from the program's threads.</summary>
internal abstract class Renumbering(int count)
{
    /// <summary>The number of spans.</summary>
    internal int Count { get; } = count;

    /// <summary>Memory that stays alive until the writer has taken it, in bytes.</summary>
    internal abstract long Bytes { get; }

    /// <summary>Writes the spans as a column; only once.</summary>
    internal abstract void Write(PayloadWriter payload);

    /// <summary>Gives back what was rented; nothing is read afterwards.</summary>
    internal abstract void Release();
}

/// <summary>Spans that stand in their order already.</summary>
/// <param name="spans">Rented from the shared pool; not written to any more.</param>
/// <param name="count">Spans in use.</param>
internal sealed class RentedSpans(ulong[] spans, int count) : Renumbering(count)
{
    /// <summary>A single span.</summary>
    internal static RentedSpans Of(ulong span)
    {
        ulong[] spans = ArrayPool<ulong>.Shared.Rent(1);
        spans[0] = span;
        return new RentedSpans(spans, 1);
    }

    internal override long Bytes => sizeof(ulong) * (long)spans.Length;

    internal override void Write(PayloadWriter payload) => SpanColumnCodec.Write(payload, spans.AsSpan(0, Count));

    internal override void Release() => ArrayPool<ulong>.Shared.Return(spans);
}
