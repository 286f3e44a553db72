using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Weft.Segments;

/// <summary>Reads what <see cref="PayloadWriter"/> wrote. Whatever does not fit throws <see cref="InvalidDataException"/> with the offset in the payload.</summary>
internal ref struct PayloadReader(ReadOnlySpan<byte> payload)
{
    private readonly ReadOnlySpan<byte> _payload = payload;

    /// <summary>Offset of the next byte in the payload.</summary>
    internal int Offset { get; private set; }

    internal readonly int Remaining => _payload.Length - Offset;

    internal byte Byte() => Take(1)[0];

    internal ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));

    internal ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte part = Take(1)[0];
            if (shift == 63 && part > 1) Fail("a varint of at most 64 bits");
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return value;
        }
    }

    /// <summary>A varint that fits <see cref="int"/>.</summary>
    internal int Int32()
    {
        ulong value = Varint();
        if (value > int.MaxValue) Fail("a number below 2^31");
        return (int)value;
    }

    /// <summary>A varint that fits <see cref="long"/>.</summary>
    internal long Int64()
    {
        ulong value = Varint();
        if (value > long.MaxValue) Fail("a number below 2^63");
        return (long)value;
    }

    /// <summary>A number of things of which each takes at least one byte of what remains.</summary>
    internal int Count()
    {
        ulong value = Varint();
        if (value > (ulong)Remaining) Fail($"a count of at most {Remaining}");
        return (int)value;
    }

    /// <summary>A difference modulo 2^64 in zigzag form.</summary>
    internal ulong Zigzag() => Unfold(Varint());

    /// <summary>The difference that <see cref="PayloadWriter.Fold"/> folded.</summary>
    internal static ulong Unfold(ulong folded) => folded >> 1 ^ (ulong)-(long)(folded & 1);

    internal string String() => Encoding.UTF8.GetString(Take(Count()));

    internal ReadOnlySpan<byte> Take(int count)
    {
        if (count > Remaining) Fail($"{count} more bytes");
        ReadOnlySpan<byte> taken = _payload.Slice(Offset, count);
        Offset += count;
        return taken;
    }

    [DoesNotReturn]
    internal readonly void Fail(string expected) => throw new InvalidDataException($"expected {expected} at offset {Offset} of the payload ({_payload.Length} bytes)");
}
