namespace Weft.Flows.Grouping;

/// <summary>The group objects of a lookup and their 0-based ordinals; written by one thread, then read by any.</summary>
// Hashed by the key's hash code, which LINQ keeps in each group: an identity hash code would have to be made for each group first, which costs
// more than finding the group.
internal sealed class GroupTable<TKey, TElement>
{
    // Chunks of groups stay out of the large object heap, whose growth would cost full collections.
    private const int ChunkLength = 4096; // a power of two

    private readonly object[][] _chunks; // groups by ordinal
    private readonly int[] _slots;       // open addressing: ordinal + 1, or 0; a power of two, at most three quarters full
    private int _count;

    /// <summary>An empty table for <paramref name="capacity"/> groups.</summary>
    internal GroupTable(int capacity)
    {
        _chunks = new object[(capacity + ChunkLength - 1) / ChunkLength][];
        for (int i = 0; i < _chunks.Length; i++) _chunks[i] = new object[Math.Min(ChunkLength, capacity - i * ChunkLength)];
        int length = 4;
        while (capacity * 4L > length * 3L) length *= 2;
        _slots = new int[length];
    }

    /// <summary>Some group, which tells the type of all; null when there is none.</summary>
    internal object? Any => _count == 0 ? null : Group(0);

    /// <summary>Adds a group that is not here yet; its ordinal is the number of those before it.</summary>
    internal void Add(object group)
    {
        _chunks[_count / ChunkLength][_count % ChunkLength] = group;
        int[] slots = _slots;
        int at = FirstSlot(group, slots.Length);
        while (slots[at] != 0) at = (at + 1) & (slots.Length - 1);
        slots[at] = ++_count;
    }

    /// <summary>The ordinal of a group of LINQ's of these types, or -1 if it is another lookup's.</summary>
    internal int Find(object group)
    {
        int[] slots = _slots;
        for (int at = FirstSlot(group, slots.Length); ; at = (at + 1) & (slots.Length - 1))
        {
            int ordinal = slots[at] - 1;
            if (ordinal < 0 || ReferenceEquals(Group(ordinal), group)) return ordinal;
        }
    }

    private object Group(int ordinal) => _chunks[(uint)ordinal / ChunkLength][(uint)ordinal % ChunkLength];

    private static int FirstSlot(object group, int length) => (int)((uint)LookupInternals<TKey, TElement>.HashCode(group) * 0x9E3779B1u >> 7) & (length - 1);
}
