namespace Weft.Flows.Grouping;

/// <summary>The 0-based ordinals of a lookup's group objects, by reference; written by one thread while the lookup is built, read by any afterwards.</summary>
// Hashed by the key's hash code, which LINQ keeps in each group: an identity hash code would have to be made for each group first, which costs
// more than finding the group.
internal sealed class GroupOrdinals<TKey, TElement>
{
    // Groups a chunk: chunks stay out of the large object heap, whose growth would cost full collections.
    private const int ChunkLength = 4096;

    private object[][] _chunks = [new object[8]]; // groups by ordinal; only the first chunk may be short
    private int[] _slots = new int[16];           // open addressing: ordinal + 1, or 0; a power of two, at most two thirds full
    private int _count;

    internal int Count => _count;

    /// <summary>The type of the group objects; null when there is none.</summary>
    internal Type? GroupType => _count == 0 ? null : _chunks[0][0].GetType();

    /// <summary>The ordinal of <paramref name="group"/>, a group of LINQ's of these types, or -1.</summary>
    internal int Find(object group)
    {
        int[] slots = _slots;
        for (int i = Slot(group, slots.Length); ; i = (i + 1) & (slots.Length - 1))
        {
            int ordinal = slots[i] - 1;
            if (ordinal < 0 || ReferenceEquals(Group(ordinal), group)) return ordinal;
        }
    }

    /// <summary>Adds a group that is not here yet; its ordinal is the number of those before it.</summary>
    internal void Add(object group)
    {
        int chunk = _count / ChunkLength;
        if (chunk == _chunks.Length)
        {
            Array.Resize(ref _chunks, chunk + 1);
            _chunks[chunk] = new object[ChunkLength];
        }
        else if (_count % ChunkLength == _chunks[chunk].Length) Array.Resize(ref _chunks[chunk], _count * 2);
        _chunks[chunk][_count++ % ChunkLength] = group;
        if (_count * 3 > _slots.Length * 2) Rehash();
        else Insert(_count - 1);
    }

    /// <summary>The number of elements of a group, as LINQ has it now.</summary>
    internal int SizeOf(int ordinal) => LookupInternals<TKey, TElement>.Count(Group(ordinal));

    private object Group(int ordinal) => _chunks[ordinal / ChunkLength][ordinal % ChunkLength];

    private void Insert(int ordinal)
    {
        int i = Slot(Group(ordinal), _slots.Length);
        while (_slots[i] != 0) i = (i + 1) & (_slots.Length - 1);
        _slots[i] = ordinal + 1;
    }

    private void Rehash()
    {
        _slots = new int[_slots.Length * 2];
        for (int ordinal = 0; ordinal < _count; ordinal++) Insert(ordinal);
    }

    private static int Slot(object group, int length) => (int)((uint)LookupInternals<TKey, TElement>.HashCode(group) * 0x9E3779B1u >> 7) & (length - 1);
}
