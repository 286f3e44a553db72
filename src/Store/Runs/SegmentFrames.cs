using Microsoft.Win32.SafeHandles;
using Weft.Segments;

namespace Weft.Store.Runs;

/// <summary>Walks over the blocks of a segment file by their frames, reading payloads only when asked: a listing need not read gigabytes.</summary>
internal sealed class SegmentFrames : IDisposable
{
    private readonly SafeFileHandle _handle;
    private readonly string _path;

    /// <summary>Opens a segment. Throws <see cref="InvalidDataException"/> when the file is none, or one of a later version.</summary>
    internal SegmentFrames(string path)
    {
        _path = path;
        _handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            ReadHeader();
        }
        catch
        {
            _handle.Dispose();
            throw;
        }
    }

    /// <summary>The number of the segment by its header; 0 when the file is too short for one.</summary>
    internal uint Number { get; private set; }

    /// <summary>The version of the format; 0 when the file is too short for a header.</summary>
    internal ushort Version { get; private set; }

    /// <summary>Whether the file is too short for a header: nothing had been written when the process stopped.</summary>
    internal bool IsEmpty { get; private set; }

    /// <summary>The first intact block of a kind, or null.</summary>
    internal byte[]? Find(BlockKind kind) => All(kind).FirstOrDefault();

    /// <summary>The intact blocks of a kind, in their order.</summary>
    internal IEnumerable<byte[]> All(BlockKind kind)
    {
        if (IsEmpty) yield break;
        byte[] frameBytes = new byte[BlockFrame.Length];
        long length = RandomAccess.GetLength(_handle);
        for (long at = SegmentHeader.Length; RandomAccess.Read(_handle, frameBytes, at) == frameBytes.Length;)
        {
            if (!BlockFrame.TryRead(frameBytes, out BlockFrame frame)) yield break;
            long payloadAt = at + frameBytes.Length;
            at = payloadAt + frame.PayloadLength;
            if (at > length) yield break;
            if (frame.Kind != kind) continue;
            byte[] payload = new byte[frame.PayloadLength];
            if (RandomAccess.Read(_handle, payload, payloadAt) == payload.Length && BlockFrame.IsIntact(frameBytes, payload)) yield return payload;
        }
    }

    public void Dispose() => _handle.Dispose();

    private void ReadHeader()
    {
        Span<byte> header = stackalloc byte[SegmentHeader.Length];
        IsEmpty = RandomAccess.Read(_handle, header, 0) < header.Length;
        if (IsEmpty) return;
        try
        {
            (Number, _, Version) = SegmentHeader.Read(header);
        }
        catch (InvalidDataException damage)
        {
            throw new InvalidDataException($"{_path}: {damage.Message}");
        }
    }
}
