using System.Diagnostics;

namespace Weft.Flows;

/// <summary>Consecutive spans: the column of a source, or of an operator that issued its children in one go.</summary>
internal sealed class RangeColumn(ulong first, int count, int step) : SpanColumn(count, step)
{
    /// <summary>The span at index 0.</summary>
    internal ulong First { get; } = first;

    internal override ulong this[int index]
    {
        get
        {
            Debug.Assert((uint)index < (uint)Count);
            return First + (uint)index;
        }
    }

    internal override void CopyTo(int start, Span<ulong> destination)
    {
        ulong span = First + (uint)start;
        for (int i = 0; i < destination.Length; i++) destination[i] = span++;
    }

    internal override bool TryGetRange(int start, int count, out ulong first)
    {
        first = First + (uint)start;
        return true;
    }

    internal override SpanColumn WithStep(int step) => step == Step ? this : new RangeColumn(First, Count, step);
}
