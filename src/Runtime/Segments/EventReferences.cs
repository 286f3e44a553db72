namespace Weft.Segments;

/// <summary>Execution units that are referred to: a column of their numbers, 0 for those of other processes or long ended, then the ids of these.</summary>
internal static class EventReferences
{
    internal static void Write(PayloadWriter payload, ReadOnlySpan<ulong> ids, Func<ulong, int> numberOf)
    {
        ulong[] numbers = new ulong[ids.Length];
        for (int i = 0; i < ids.Length; i++) numbers[i] = (ulong)numberOf(ids[i]);
        NumberColumn.Write(payload, numbers);
        for (int i = 0; i < ids.Length; i++)
            if (numbers[i] == 0) payload.UInt64(ids[i]);
    }

    /// <summary>Reads the ids of so many units; <paramref name="idOf"/> gives the id of a numbered one, or 0 where the block that told of it is damaged.</summary>
    internal static ulong[] Read(ref PayloadReader payload, int count, Func<int, ulong> idOf)
    {
        ulong[] ids = NumberColumn.Read(ref payload, count);
        foreach (ref ulong id in ids.AsSpan())
        {
            ulong number = id;
            id = number == 0 ? payload.UInt64() : number <= int.MaxValue ? idOf((int)number) : 0;
        }
        return ids;
    }
}
