using System.Buffers;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Weft.Flows.Grouping;

/// <summary>The 0-based ordinals of groups by the hash codes of their keys. The memory is rented.</summary>
internal sealed class HashedOrdinals
{
    private const uint SharedMark = 1u << 31;

    private ulong[] _slots; // open addressing: hash code (32 bits), SharedMark if other groups have the same, and ordinal + 1; or 0
    private int _length;    // of _slots in use: a power of two, at most three quarters full
    private int _used;

    internal HashedOrdinals() => Clear(64);

    /// <summary>Adds a group, unless a group before it has the same hash code, which then is marked as shared. Returns whether it was added.</summary>
    internal bool TryAdd(uint hashCode, int ordinal)
    {
        if ((_used + 1) * 4L > _length * 3L) Grow();
        ref ulong slot = ref Slot(hashCode);
        if (slot != 0)
        {
            slot |= SharedMark;
            return false;
        }
        slot = (ulong)hashCode << 32 | ((uint)ordinal + 1);
        _used++;
        return true;
    }

    /// <summary>The ordinal of the first group that was added with a hash code; <paramref name="isShared"/> tells whether others have come since.</summary>
    internal int First(uint hashCode, out bool isShared)
    {
        uint found = (uint)Slot(hashCode);
        Debug.Assert(found != 0);
        isShared = (found & SharedMark) != 0;
        return (int)(found & ~SharedMark) - 1;
    }

    /// <summary>Gives the memory back; only once, and nothing may be asked afterwards.</summary>
    internal void Release() => ArrayPool<ulong>.Shared.Return(_slots);

    // The slot with a hash code, or the free one where it would stand.
    private ref ulong Slot(uint hashCode)
    {
        ulong[] slots = _slots;
        int mask = _length - 1;
        int at = (int)(hashCode * 0x9E3779B1u >> 7) & mask;
        while (slots[at] != 0 && (uint)(slots[at] >> 32) != hashCode) at = (at + 1) & mask;
        return ref slots[at];
    }

    private void Grow()
    {
        ulong[] slots = _slots;
        int length = _length;
        Clear(length * 4);
        foreach (ulong slot in slots.AsSpan(0, length))
        {
            if (slot != 0) Slot((uint)(slot >> 32)) = slot;
        }
        ArrayPool<ulong>.Shared.Return(slots);
    }

    [MemberNotNull(nameof(_slots))]
    private void Clear(int length)
    {
        _slots = ArrayPool<ulong>.Shared.Rent(length);
        _length = length;
        _slots.AsSpan(0, length).Clear();
    }
}
