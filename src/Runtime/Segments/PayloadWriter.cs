using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Weft.Segments;

/// <summary>Builds the payload of a block. Integers are little-endian; a varint is LEB128; a string is its UTF-8 length as a varint, then the bytes.</summary>
internal sealed class PayloadWriter
{
    private const int LongestVarint = 10;

    private byte[] _bytes = new byte[1024];

    /// <summary>Bytes written so far.</summary>
    internal int Length { get; private set; }

    internal ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    internal void Clear() => Length = 0;

    internal void Byte(byte value) => Take(1)[0] = value;

    internal void UInt64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Take(sizeof(ulong)), value);

    internal void Varint(ulong value)
    {
        Span<byte> room = Reserve(LongestVarint);
        int length = 0;
        for (; value >= 0x80; value >>= 7) room[length++] = (byte)(value | 0x80);
        room[length++] = (byte)value;
        Length += length;
    }

    internal void Varint(long value)
    {
        Debug.Assert(value >= 0);
        Varint((ulong)value);
    }

    /// <summary>A signed number (a difference modulo 2^64), small when near zero.</summary>
    internal void Zigzag(ulong difference) => Varint(Fold(difference));

    internal void String(ReadOnlySpan<char> text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        Varint(length);
        Encoding.UTF8.GetBytes(text, Take(length));
    }

    internal void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>Room for exactly so many bytes, counted as written.</summary>
    internal Span<byte> Take(int count)
    {
        Span<byte> room = Reserve(count)[..count];
        Length += count;
        return room;
    }

    /// <summary>The zigzag form of a difference: its sign in bit 0.</summary>
    internal static ulong Fold(ulong difference) => difference << 1 ^ (ulong)((long)difference >> 63);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Length < count) Grow(count);
        return _bytes.AsSpan(Length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count) => Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
}
