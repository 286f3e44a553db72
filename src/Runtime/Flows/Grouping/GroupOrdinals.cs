namespace Weft.Flows.Grouping;

/// <summary>The 0-based ordinals of a lookup's group objects, by reference; written by one thread while the lookup is built, read by any afterwards.</summary>
// Hashed by the key's hash code, which LINQ keeps in each group: an identity hash code would have to be made for each group first, which costs
// more than finding the group.
internal sealed class GroupOrdinals<TKey, TElement>
{
    // Groups a chunk: chunks stay out of the large object heap, whose growth would cost full collections.
    private const int ChunkLength = 4096;

    private object[][] _chunks = [new object[8]]; // groups by ordinal; only the first chunk may be short
    private ulong[] _slots = new ulong[16];       // open addressing: hash code and ordinal + 1, or 0; a power of two, at most three quarters full
    private bool _hashCodesDiffer = true;         // no two groups have the same hash code, so that it tells which group it is
    private int _count;

    internal int Count => _count;

    /// <summary>The type of the group objects; null when there is none.</summary>
    internal Type? GroupType => _count == 0 ? null : _chunks[0][0].GetType();

    /// <summary>The ordinal of <paramref name="group"/>, a group of LINQ's of these types, or -1.</summary>
    internal int Find(object group)
    {
        ulong[] slots = _slots;
        uint hashCode = HashCode(group);
        for (int i = Slot(hashCode, slots.Length); ; i = (i + 1) & (slots.Length - 1))
        {
            ulong slot = slots[i];
            if ((uint)(slot >> 32) == hashCode || slot == 0)
            {
                int ordinal = (int)(uint)slot - 1;
                if (_hashCodesDiffer || ordinal < 0 || ReferenceEquals(Group(ordinal), group)) return ordinal;
            }
        }
    }

    /// <summary>As <see cref="Find"/> for an object that may be a group of another lookup.</summary>
    internal int FindOwn(object group)
    {
        int ordinal = Find(group);
        return ordinal >= 0 && ReferenceEquals(Group(ordinal), group) ? ordinal : -1;
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
        if (_count * 4 > _slots.Length * 3) Rehash();
        else Insert(_count - 1);
    }

    /// <summary>The number of elements of a group, as LINQ has it now.</summary>
    internal int SizeOf(int ordinal) => LookupInternals<TKey, TElement>.Count(Group(ordinal));

    private object Group(int ordinal) => _chunks[ordinal / ChunkLength][ordinal % ChunkLength];

    private void Insert(int ordinal)
    {
        uint hashCode = HashCode(Group(ordinal));
        int i = Slot(hashCode, _slots.Length);
        for (; _slots[i] != 0; i = (i + 1) & (_slots.Length - 1))
        {
            if ((uint)(_slots[i] >> 32) == hashCode) _hashCodesDiffer = false;
        }
        _slots[i] = (ulong)hashCode << 32 | (uint)(ordinal + 1);
    }

    private void Rehash()
    {
        _slots = new ulong[_slots.Length * 4];
        for (int ordinal = 0; ordinal < _count; ordinal++) Insert(ordinal);
    }

    private static uint HashCode(object group) => (uint)LookupInternals<TKey, TElement>.HashCode(group);

    private static int Slot(uint hashCode, int length) => (int)(hashCode * 0x9E3779B1u >> 7) & (length - 1);
}
