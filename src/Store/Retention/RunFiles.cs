using Weft.Segments;
using Weft.Store.Impact;

namespace Weft.Store.Retention;

/// <summary>The files of a run's folder: those that Weft made, and the others.</summary>
/// <param name="Own">Segments, the impact index, and what is left of one that could not be finished; in the order in which to delete them.</param>
/// <param name="Foreign">All else, folders included: not Weft's to delete.</param>
internal sealed record RunFiles(IReadOnlyList<FileInfo> Own, IReadOnlyList<string> Foreign)
{
    internal static RunFiles Of(string directory)
    {
        var own = new List<FileInfo>();
        var foreign = new List<string>();
        foreach (FileSystemInfo entry in new DirectoryInfo(directory).EnumerateFileSystemInfos().OrderByDescending(entry => entry.Name, StringComparer.Ordinal))
        {
            if (entry is FileInfo { LinkTarget: null } file && IsOwn(file)) own.Add(file);
            else foreign.Add(entry.Name);
        }
        return new RunFiles(own, foreign);
    }

    private static bool IsOwn(FileInfo file) =>
        file.Name == PageMapFile.Name || file.Name.StartsWith(PageMapFile.Name + ".", StringComparison.Ordinal) || (SegmentWriter.NumberOf(file.Name) > 0 && IsSegment(file));

    // One that is shorter than a header was begun when the process stopped.
    private static bool IsSegment(FileInfo file)
    {
        try
        {
            using FileStream stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> header = stackalloc byte[SegmentHeader.Length];
            if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length) return true;
            SegmentHeader.Read(header);
            return true;
        }
        catch (InvalidDataException)
        {
            return false; // of a later version, damaged, or no segment at all: whoever knows what it is may delete it
        }
    }
}
