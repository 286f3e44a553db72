using System.Globalization;

namespace Weft.Store;

/// <summary>A line of an input file.</summary>
/// <param name="Source">The file.</param>
/// <param name="Index">The line's 0-based index.</param>
/// <param name="Text">Its text.</param>
internal readonly record struct SourceLine(LineageSource Source, long Index, string Text)
{
    /// <summary>What a person would call the line: <c>flights.csv:17</c>.</summary>
    internal string Label => Source.NameOf(Index);
}

/// <summary>The text of input lines, taken from files that are still as they were when the program read them.</summary>
/// <param name="Lines">The lines, by file and number.</param>
/// <param name="Problems">Why the lines of a file cannot be shown.</param>
internal sealed record SourceLines(IReadOnlyList<SourceLine> Lines, IReadOnlyList<string> Problems)
{
    /// <summary>Reads the lines of ranges.</summary>
    /// <param name="ranges">Consecutive records of sources; those of a source ascending.</param>
    /// <param name="limit">Most lines to read.</param>
    internal static SourceLines Read(IEnumerable<SourceRange> ranges, int limit)
    {
        var lines = new List<SourceLine>();
        var problems = new List<string>();
        foreach (IGrouping<LineageSource, SourceRange> file in ranges.Where(range => range.Source.Kind == LineageSourceKind.File).GroupBy(range => range.Source))
        {
            if (lines.Count == limit) break;
            try
            {
                if (Change(file.Key) is { } change) problems.Add(change);
                else Read(file.Key, file, lines, limit);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                problems.Add($"{file.Key.Path} cannot be read: {fault.Message}");
            }
        }
        return new SourceLines(lines, problems);
    }

    private static void Read(LineageSource source, IEnumerable<SourceRange> ranges, List<SourceLine> lines, int limit)
    {
        using IEnumerator<string> text = File.ReadLines(source.Path).GetEnumerator();
        long next = 0; // the index of the line that the enumerator gives next
        foreach (SourceRange range in ranges)
        {
            for (; next < range.FirstIndex; next++)
                if (!text.MoveNext()) return;
            for (; next < range.FirstIndex + range.Count; next++)
            {
                if (lines.Count == limit || !text.MoveNext()) return;
                lines.Add(new SourceLine(source, next, text.Current));
            }
        }
    }

    // Null when the file is as it was.
    private static string? Change(LineageSource source)
    {
        var file = new FileInfo(source.Path);
        if (!file.Exists) return $"{source.Path} is no longer there, or was read on another machine";
        if (file.Length == source.Length && file.LastWriteTimeUtc == source.Modified) return null;
        return string.Create(CultureInfo.InvariantCulture, $"{source.Path} has changed since it was read: it had {source.Length} bytes, written {source.Modified:u}; now {file.Length}, written {file.LastWriteTimeUtc:u}");
    }
}
