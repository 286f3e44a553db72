using System.Buffers.Binary;

namespace Weft.Segments;

/// <summary>The first bytes of every segment file.</summary>
/// <param name="Number">The segment's number in its run, from 1.</param>
/// <param name="ProcessId">The random id of the recorded process, the same in all segments of a run.</param>
/// <param name="Version">The version of the format.</param>
internal readonly record struct SegmentHeader(uint Number, ulong ProcessId, ushort Version = SegmentHeader.NewestVersion)
{
    /// <summary>The version of the format that this code writes, and the newest that it reads.</summary>
    internal const ushort NewestVersion = 3;

    /// <summary>From this version on, a segment that the recording goes on behind says so in its last block (<see cref="BlockKind.Continued"/>).</summary>
    internal const ushort FirstVersionWithContinued = 2;

    /// <summary>Bytes of a header.</summary>
    internal const int Length = 32;

    private const int ChecksumOffset = Length - sizeof(uint);

    // A byte with bit 7, the name, and the line ends of both worlds: a transfer that mangles any of these is noticed at once.
    private static ReadOnlySpan<byte> Magic => [0x89, (byte)'W', (byte)'E', (byte)'F', (byte)'T', 0x0D, 0x0A, 0x1A];

    internal void Write(Span<byte> destination)
    {
        destination[..Length].Clear();
        Magic.CopyTo(destination);
        BinaryPrimitives.WriteUInt16LittleEndian(destination[8..], Version);
        BinaryPrimitives.WriteUInt16LittleEndian(destination[10..], Length);
        BinaryPrimitives.WriteUInt32LittleEndian(destination[12..], Number);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[16..], ProcessId);
        BinaryPrimitives.WriteUInt32LittleEndian(destination[ChecksumOffset..], Crc32C.Compute(destination[..ChecksumOffset], []));
    }

    /// <summary>Reads a whole header; throws <see cref="InvalidDataException"/> that says what was expected and at which offset.</summary>
    internal static SegmentHeader Read(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(Magic))
            throw new InvalidDataException($"expected the magic bytes {Convert.ToHexString(Magic)} of a Weft segment at offset 0, found {Convert.ToHexString(bytes[..Math.Min(bytes.Length, Magic.Length)])}");
        ushort version = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        if (version > NewestVersion)
            throw new InvalidDataException($"expected segment format version {NewestVersion} or older at offset 8, found {version}: read it with a newer version of Weft");
        uint expected = Crc32C.Compute(bytes[..ChecksumOffset], []);
        uint found = BinaryPrimitives.ReadUInt32LittleEndian(bytes[ChecksumOffset..]);
        if (found != expected)
            throw new InvalidDataException($"expected the checksum {expected:X8} of the segment header at offset {ChecksumOffset}, found {found:X8}: the header is damaged");
        return new SegmentHeader(BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]), BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]), version);
    }
}
