using System.Buffers.Binary;
using System.Numerics;

namespace Weft.Segments;

/// <summary>CRC-32C (Castagnoli), as in iSCSI: initial value and final inversion of all ones.</summary>
internal static class Crc32C
{
    internal static uint Compute(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body) => ~Append(Append(uint.MaxValue, head), body);

    private static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..]) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (byte value in bytes) crc = BitOperations.Crc32C(crc, value);
        return crc;
    }
}
