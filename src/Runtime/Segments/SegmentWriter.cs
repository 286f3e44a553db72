using System.Globalization;

namespace Weft.Segments;

/// <summary>Writes the segments of one run: framed blocks, a new file when one is full.</summary>
/// <param name="directory">The run's folder; it exists.</param>
/// <param name="process">Becomes the first block of every segment.</param>
/// <param name="segmentBytes">Size at which the next segment is begun.</param>
/// <param name="create">Creates a file by its path.</param>
internal sealed class SegmentWriter(string directory, ProcessBlock process, long segmentBytes, Func<string, Stream> create) : IDisposable
{
    /// <summary>What a segment's name ends with.</summary>
    internal const string Extension = ".seg";

    private readonly PayloadWriter _process = new();
    private readonly PayloadWriter _continued = new();
    private Stream? _file;
    private uint _number;
    private long _length;       // bytes of the current file

    /// <summary>Creates a file for a segment; others may read it while it grows.</summary>
    internal static Stream CreateFile(string path) => new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 1 << 16);

    /// <summary>The file name of a segment.</summary>
    internal static string NameOf(uint number) => $"{number:D5}{Extension}";

    /// <summary>Appends a block.</summary>
    internal void Write(BlockKind kind, PayloadWriter payload)
    {
        if (_file is null || _length >= segmentBytes) Next();
        Append(kind, payload);
    }

    /// <summary>Brings everything to the operating system, so that a crash of the process cannot take it away.</summary>
    internal void Flush() => _file?.Flush();

    /// <summary>Closes the current file.</summary>
    public void Dispose() => _file?.Dispose();

    /// <summary>The number of the segment with a file name; 0 when it is not the name of one.</summary>
    internal static uint NumberOf(string fileName) =>
        uint.TryParse(Path.GetFileNameWithoutExtension(fileName), NumberStyles.None, CultureInfo.InvariantCulture, out uint number) && NameOf(number) == fileName ? number : 0;

    // Order: a segment is whole, to its last block, before the next one can be seen.
    private void Next()
    {
        if (_file is not null)
        {
            _continued.Clear();
            new ContinuedBlock(_number + 1).Write(_continued);
            Append(BlockKind.Continued, _continued);
            _file.Dispose();
        }
        _file = create(Path.Combine(directory, NameOf(++_number)));
        Span<byte> header = stackalloc byte[SegmentHeader.Length];
        new SegmentHeader(_number, process.ProcessId).Write(header);
        _file.Write(header);
        _length = header.Length;
        if (_process.Length == 0) process.Write(_process);
        Append(BlockKind.Process, _process);
    }

    private void Append(BlockKind kind, PayloadWriter payload)
    {
        Span<byte> frame = stackalloc byte[BlockFrame.Length];
        BlockFrame.Write(frame, kind, payload.Written);
        _file!.Write(frame);
        _file.Write(payload.Written);
        _length += frame.Length + payload.Length;
    }
}
