using System.Buffers;
using Weft.Capture;

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

    internal override void CopyTo(Span<ulong> destination)
    {
        int[] next = ArrayPool<int>.Shared.Rent(starts.Length);
        starts.CopyTo(next, 0);
        for (int i = 0; i < Count; i++)
        {
            int ordinal = hashed is null ? arrivals[i] : hashed.First((uint)arrivals[i], out _);
            destination[next[ordinal]++] = spans is null ? firstSpan + (uint)i : spans[i];
        }
        ArrayPool<int>.Shared.Return(next);
    }

    internal override void Release()
    {
        ArrayPool<int>.Shared.Return(arrivals);
        hashed?.Release();
        if (spans is not null) ArrayPool<ulong>.Shared.Return(spans);
    }
}
