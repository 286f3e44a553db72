using System.Buffers.Binary;

namespace Weft.Segments;

/// <summary>Numbers of the same width in bits, packed from the lowest bit of 64-bit words on; in a payload as bytes, least first, without those that hold nothing.</summary>
// Design: a number may lie across two words, and the second is written even where all it gets is nothing; so there is one word more than the numbers need.
internal static class PackedBits
{
    private const int WordBits = 64;

    /// <summary>The room in words for so many bits.</summary>
    internal static int WordsOf(long bits) => (int)((bits + WordBits - 1) / WordBits) + 1;

    /// <summary>Puts a number that is as wide as the others, or less, where there is nothing but zeros.</summary>
    internal static void Put(Span<ulong> words, long bit, ulong value)
    {
        int word = (int)(bit >> 6), shift = (int)bit & (WordBits - 1);
        words[word] |= value << shift;
        if (shift != 0) words[word + 1] |= value >> (WordBits - shift);
    }

    internal static ulong Get(ReadOnlySpan<ulong> words, long bit, int width)
    {
        if (width == 0) return 0;
        int word = (int)(bit >> 6), shift = (int)bit & (WordBits - 1);
        ulong value = words[word] >> shift;
        if (shift != 0) value |= words[word + 1] << (WordBits - shift);
        return value & ulong.MaxValue >> (WordBits - width);
    }

    internal static void Write(PayloadWriter payload, ReadOnlySpan<ulong> words, long bits)
    {
        Span<byte> room = payload.Take(BytesOf(bits));
        for (; room.Length >= sizeof(ulong); room = room[sizeof(ulong)..], words = words[1..]) BinaryPrimitives.WriteUInt64LittleEndian(room, words[0]);
        for (int i = 0; i < room.Length; i++) room[i] = (byte)(words[0] >> (8 * i));
    }

    /// <summary>Takes the bytes that <see cref="Write"/> has written.</summary>
    internal static ReadOnlySpan<byte> Take(ref PayloadReader payload, long bits) => payload.Take(BytesOf(bits));

    /// <summary>Makes words of such bytes; behind them are zeros.</summary>
    internal static void Unpack(ReadOnlySpan<byte> bytes, Span<ulong> words)
    {
        words.Clear();
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..], words = words[1..]) words[0] = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        for (int i = 0; i < bytes.Length; i++) words[0] |= (ulong)bytes[i] << (8 * i);
    }

    private static int BytesOf(long bits) => (int)((bits + 7) / 8);
}
