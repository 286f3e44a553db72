using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace Weft.Segments;

/// <summary>Takes the blocks of a segment file.</summary>
internal interface IBlockVisitor
{
    /// <summary>Takes one intact block. Throws <see cref="InvalidDataException"/> when its payload cannot be understood.</summary>
    void Take(SegmentFile file, BlockKind kind, long payloadOffset, ReadOnlySpan<byte> payload);
}

/// <summary>One segment file, read block by block; it may still be growing.</summary>
internal sealed class SegmentFile : IDisposable
{
    private readonly SafeFileHandle _handle;
    private readonly List<RecordingDamage> _damages = [];
    private long _position;         // where the next block starts
    private bool _isStuck;          // no block can be found any more

    private SegmentFile(string path, SafeFileHandle handle)
    {
        Path = path;
        _handle = handle;
    }

    internal string Path { get; }

    /// <summary>The header; null while the file is shorter than one.</summary>
    internal SegmentHeader? Header { get; private set; }

    /// <summary>Whether the segment says that the recording goes on in the next one.</summary>
    internal bool IsContinued { get; set; }

    /// <summary>Where the last whole block ends.</summary>
    internal long End => _position;

    /// <summary>What could not be read.</summary>
    internal IReadOnlyList<RecordingDamage> Damages => _damages;

    /// <summary>Bytes behind the last whole block: the tail that a crash, or a writer at work, has left.</summary>
    internal long TailBytes => RandomAccess.GetLength(_handle) - _position;

    internal long Length => RandomAccess.GetLength(_handle);

    internal static SegmentFile Open(string path) =>
        new(path, File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

    /// <summary>Reads the header, if the file has one by now. Throws <see cref="InvalidDataException"/> when the file is no segment.</summary>
    internal bool TryReadHeader()
    {
        if (Header is not null) return true;
        Span<byte> bytes = stackalloc byte[SegmentHeader.Length];
        int length = ReadFully(bytes, 0);
        if (length < bytes.Length) return false;
        try
        {
            Header = SegmentHeader.Read(bytes);
        }
        catch (InvalidDataException damage)
        {
            throw new InvalidDataException($"{Path}: {damage.Message}");
        }
        _position = length;
        return true;
    }

    /// <summary>Reads the blocks behind the header that were not read before.</summary>
    internal void Scan(IBlockVisitor visitor)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(64 << 10);
        try
        {
            while (!_isStuck && TryReadBlock(ref buffer, visitor)) { }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Bytes of the file that are known to be there.</summary>
    internal byte[] Read(long offset, int length)
    {
        byte[] bytes = new byte[length];
        if (ReadFully(bytes, offset) != length) throw new InvalidDataException($"{Path}: expected {length} bytes at offset {offset}: the file was changed while it was read");
        return bytes;
    }

    public void Dispose() => _handle.Dispose();

    private bool TryReadBlock(ref byte[] buffer, IBlockVisitor visitor)
    {
        Span<byte> frameBytes = stackalloc byte[BlockFrame.Length];
        if (ReadFully(frameBytes, _position) < frameBytes.Length) return false;
        if (!BlockFrame.TryRead(frameBytes, out BlockFrame frame)) return GetStuck("expected the frame of a block");

        long payloadOffset = _position + frameBytes.Length;
        long end = payloadOffset + frame.PayloadLength;
        long length = Length;
        if (end > length) return false;
        if (buffer.Length < frame.PayloadLength)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = ArrayPool<byte>.Shared.Rent(frame.PayloadLength);
        }
        Span<byte> payload = buffer.AsSpan(0, frame.PayloadLength);
        if (ReadFully(payload, payloadOffset) < payload.Length) return false;

        if (!BlockFrame.IsIntact(frameBytes, payload))
        {
            if (end == length) return false; // the tail: perhaps still being written
            if (ReadFully(frameBytes, end) == frameBytes.Length && !BlockFrame.TryRead(frameBytes, out _))
                return GetStuck($"the checksum of the {frame.Kind} block of {frame.PayloadLength} bytes does not fit its content, and no block follows it");
            _damages.Add(new RecordingDamage(Path, _position, $"the checksum of the {frame.Kind} block of {frame.PayloadLength} bytes does not fit its content; the block is skipped"));
        }
        else
        {
            TakeBlock(visitor, frame.Kind, payloadOffset, payload);
        }
        _position = end;
        return true;
    }

    private bool GetStuck(string message)
    {
        _damages.Add(new RecordingDamage(Path, _position, message + "; what follows in this file cannot be read"));
        _isStuck = true;
        return false;
    }

    private void TakeBlock(IBlockVisitor visitor, BlockKind kind, long payloadOffset, ReadOnlySpan<byte> payload)
    {
        try
        {
            visitor.Take(this, kind, payloadOffset, payload);
        }
        catch (InvalidDataException damage)
        {
            _damages.Add(new RecordingDamage(Path, payloadOffset, $"the {kind} block cannot be understood: {damage.Message}"));
        }
    }

    private int ReadFully(Span<byte> destination, long offset)
    {
        int done = 0;
        while (done < destination.Length)
        {
            int read = RandomAccess.Read(_handle, destination[done..], offset + done);
            if (read == 0) break;
            done += read;
        }
        return done;
    }
}
