using System.Buffers.Binary;

namespace Weft.Segments;

/// <summary>What stands before the payload of every block: length, kind, flags and checksum.</summary>
/// <param name="PayloadLength">Bytes of the payload.</param>
/// <param name="Kind">What the payload is.</param>
/// <param name="Checksum">CRC-32C of the frame's first eight bytes and the payload.</param>
internal readonly record struct BlockFrame(int PayloadLength, BlockKind Kind, uint Checksum)
{
    /// <summary>Bytes of a frame.</summary>
    internal const int Length = 12;

    /// <summary>Most bytes of a payload.</summary>
    internal const int LongestPayload = 1 << 30;

    private const int ChecksumOffset = 8;

    /// <summary>Writes the frame of a payload.</summary>
    internal static void Write(Span<byte> destination, BlockKind kind, ReadOnlySpan<byte> payload)
    {
        BinaryPrimitives.WriteInt32LittleEndian(destination, payload.Length);
        destination[4] = (byte)kind;
        destination[5] = 0; // flags
        BinaryPrimitives.WriteUInt16LittleEndian(destination[6..], 0);
        BinaryPrimitives.WriteUInt32LittleEndian(destination[ChecksumOffset..], Crc32C.Compute(destination[..ChecksumOffset], payload));
    }

    /// <summary>Reads a frame; false when it cannot be one.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> bytes, out BlockFrame frame)
    {
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        frame = new BlockFrame((int)length, (BlockKind)bytes[4], BinaryPrimitives.ReadUInt32LittleEndian(bytes[ChecksumOffset..]));
        return length <= LongestPayload && bytes[4] != 0 && bytes[5] == 0 && BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]) == 0;
    }

    /// <summary>Whether the payload behind a frame is the one that was written.</summary>
    internal static bool IsIntact(ReadOnlySpan<byte> frame, ReadOnlySpan<byte> payload) =>
        Crc32C.Compute(frame[..ChecksumOffset], payload) == BinaryPrimitives.ReadUInt32LittleEndian(frame[ChecksumOffset..]);
}
