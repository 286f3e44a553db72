using System.Buffers;
using Weft.Capture;
using Weft.Segments;

namespace Weft.Flows.Grouping;

/// <summary>The spans of a lookup's members, group after group, from their order of arrival.</summary>
/// <param name="arrivals">The group of each member, by arrival: its ordinal, or the hash code of its key; rented.</param>
/// <param name="hashed">Then the ordinals by hash code, of which none is shared; rented too.</param>
/// <param name="spans">The span of each member, by arrival; rented. Null when they are consecutive.</param>
/// <param name="firstSpan">Then the first of them.</param>
/// <param name="starts">Index of the first member of each group.</param>
/// <param name="count">The number of members.</param>
internal sealed class GroupedSpans(int[] arrivals, HashedOrdinals? hashed, ulong[]? spans, ulong firstSpan, int[] starts, int count) : Renumbering(count)
{
    internal override long Bytes => sizeof(int) * (long)arrivals.Length + sizeof(ulong) * (long)(spans?.Length ?? 0);

    // As they arrived: a reader puts them in order, which is more work than to write them down.
    internal override void Write(PayloadWriter payload)
    {
        Span<int> ordinals = arrivals.AsSpan(0, Count);
        if (hashed is not null)
        {
            foreach (ref int ordinal in ordinals) ordinal = hashed.First((uint)ordinal, out _);
        }
        int groups = starts.Length - 1;
        if (groups > 1) GroupedColumn.WriteHead(payload, Count, groups);
        if (spans is null) SpanColumnCodec.Write(payload, new RangeColumn(firstSpan, Count, step: 0));
        else SpanColumnCodec.Write(payload, spans.AsSpan(0, Count));
        if (groups > 1) GroupedColumn.WriteOrdinals(payload, ordinals, groups);
    }

    internal override void Release()
    {
        ArrayPool<int>.Shared.Return(arrivals);
        hashed?.Release();
        if (spans is not null) ArrayPool<ulong>.Shared.Return(spans);
    }
}
