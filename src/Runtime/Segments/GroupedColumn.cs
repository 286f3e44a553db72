using System.Buffers;
using System.Numerics;
using Weft.Flows;

namespace Weft.Segments;

/// <summary>A span column in the payload of a block, told by the order in which its records arrived and the group that each of them came to; in the column they stand group by group.</summary>
// Design: the group of a record takes a few bits, its place in the order of the groups about as many as there are records; and nothing is put in order where
// the program still runs.
internal static class GroupedColumn
{
    /// <summary>The form of such a column, which is written before the head.</summary>
    internal const byte Form = 3;

    /// <summary>Begins a column of two groups or more; behind it come the column of the spans by arrival, then the ordinals.</summary>
    internal static void WriteHead(PayloadWriter payload, int count, int groups)
    {
        payload.Byte(Form);
        payload.Varint(count);
        payload.Varint(groups);
    }

    /// <summary>Ends a column with the 0-based ordinal of each record's group, by arrival.</summary>
    internal static void WriteOrdinals(PayloadWriter payload, ReadOnlySpan<int> ordinals, int groups)
    {
        int width = WidthOf(groups);
        long bits = (long)ordinals.Length * width;
        ulong[] rented = ArrayPool<ulong>.Shared.Rent(PackedBits.WordsOf(bits));
        Span<ulong> packed = rented.AsSpan(0, PackedBits.WordsOf(bits));
        packed.Clear();
        for (int i = 0; i < ordinals.Length; i++) PackedBits.Put(packed, (long)i * width, (uint)ordinals[i]);
        PackedBits.Write(payload, packed, bits);
        ArrayPool<ulong>.Shared.Return(rented);
    }

    /// <summary>Reads a column from behind its form.</summary>
    internal static SpanColumn Read(ref PayloadReader payload, int step)
    {
        int count = payload.Int32();
        int groups = payload.Int32();
        if (groups < 2 || groups > count) payload.Fail($"2 to {count} groups (found {groups}) before this");
        PayloadReader form = payload;
        if (form.Byte() == Form) payload.Fail("a column of form 1 or 2");
        SpanColumn arrived = SpanColumnCodec.Read(ref payload, step: 0);
        if (arrived.Count != count) payload.Fail($"a column of {count} spans (found {arrived.Count}) before this");
        int[] ordinals = ReadOrdinals(ref payload, count, groups);
        return Arrange(arrived, ordinals, groups, step);
    }

    private static int[] ReadOrdinals(ref PayloadReader payload, int count, int groups)
    {
        int width = WidthOf(groups);
        long bits = (long)count * width;
        ReadOnlySpan<byte> bytes = PackedBits.Take(ref payload, bits); // where they are missing, nothing as large is made
        int[] ordinals = new int[count];
        ulong[] packed = ArrayPool<ulong>.Shared.Rent(PackedBits.WordsOf(bits));
        PackedBits.Unpack(bytes, packed);
        for (int i = 0; i < count; i++)
        {
            ulong ordinal = PackedBits.Get(packed, (long)i * width, width);
            if (ordinal >= (uint)groups) payload.Fail($"a group below {groups} (found {ordinal}) before this");
            ordinals[i] = (int)ordinal;
        }
        ArrayPool<ulong>.Shared.Return(packed);
        return ordinals;
    }

    private static SpanColumn Arrange(SpanColumn arrived, int[] ordinals, int groups, int step)
    {
        int[] next = new int[groups + 1]; // the place of the next member of a group; shifted by one until it is summed up
        foreach (int ordinal in ordinals) next[ordinal + 1]++;
        for (int i = 1; i < next.Length; i++) next[i] += next[i - 1];
        ulong[] spans = ArrayPool<ulong>.Shared.Rent(ordinals.Length);
        var table = new SpanTable(arrived);
        for (int i = 0; i < ordinals.Length; i++) spans[next[ordinals[i]]++] = table[i];
        ColumnBuilder builder = ColumnBuilder.Rent();
        foreach (ulong span in spans.AsSpan(0, ordinals.Length)) builder.Add(span);
        ArrayPool<ulong>.Shared.Return(spans);
        return builder.Finish(step);
    }

    // In bits.
    private static int WidthOf(int groups) => 64 - BitOperations.LeadingZeroCount((ulong)(groups - 1));
}
