using System.Buffers.Binary;
using System.Globalization;
using Weft.Segments;
using Weft.Store.Runs;

namespace Weft.Store.Impact;

/// <summary>A page map kept in its run's folder, so that it is made once: <c>impact.idx</c>.</summary>
// Design: only a cache. One that is damaged, of another version, or not of these very segments counts as absent and is made anew; one that cannot
// be written (a folder without write access, a full disk) is done without. A recording that may still grow has none.
internal static class PageMapFile
{
    internal const string Name = "impact.idx";
    private const byte Version = 1;
    private const int ChecksumLength = sizeof(uint);

    private static ReadOnlySpan<byte> Magic => [0x89, (byte)'W', (byte)'I', (byte)'D', (byte)'X', 0x0D, 0x0A, 0x1A];

    /// <summary>The page map of a run: from its file, or made now and kept for the next time.</summary>
    internal static PageMap Of(OpenRun run)
    {
        if (run.Info.State is RunState.Recording or RunState.Unfinished) return PageMapBuilder.Build(run.Recording);

        string path = Path.Combine(run.Info.Directory, Name);
        string segments = DescribeSegments(run);
        if (TryRead(path, segments) is { } known) return known;
        PageMap made = PageMapBuilder.Build(run.Recording);
        TryWrite(path, made, segments);
        return made;
    }

    private static PageMap? TryRead(string path, string segments)
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            if (bytes.Length < Magic.Length + ChecksumLength || !bytes.AsSpan().StartsWith(Magic)) return null;
            Span<byte> content = bytes.AsSpan(0, bytes.Length - ChecksumLength);
            return Crc32C.Compute(content, []) == BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(content.Length)) ? Decode(content[Magic.Length..], segments) : null;
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    private static PageMap? Decode(ReadOnlySpan<byte> content, string segments)
    {
        var payload = new PayloadReader(content);
        if (payload.Byte() != Version || payload.String() != segments) return null;
        int shift = payload.Byte();
        var map = new PageMap(shift, payload.UInt64());
        int parent = -1;
        for (int parents = payload.Count(); parents > 0; parents--)
        {
            parent += payload.Int32() + 1;
            int child = 0;
            for (int runs = payload.Count(); runs > 0; runs--)
            {
                child += payload.Int32();
                for (int end = child + payload.Int32() + 1; child < end; child++)
                {
                    if (parent >= map.PageCount || child >= map.PageCount) payload.Fail($"pages below {map.PageCount} before this");
                    map.Add(parent, child);
                }
            }
        }
        return map;
    }

    private static void TryWrite(string path, PageMap map, string segments)
    {
        PayloadWriter payload = Encode(map, segments);
        string unfinished = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            File.WriteAllBytes(unfinished, payload.Written);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            TryDelete(unfinished);
        }
    }

    private static PayloadWriter Encode(PageMap map, string segments)
    {
        var payload = new PayloadWriter();
        payload.Bytes(Magic);
        payload.Byte(Version);
        payload.String(segments);
        payload.Byte((byte)map.Shift);
        payload.UInt64(map.SpanEnd);
        int[] parents = [.. Enumerable.Range(0, map.PageCount).Where(page => map.ChildrenOf(page).Any())];
        payload.Varint(parents.Length);
        int previous = -1;
        foreach (int parent in parents)
        {
            payload.Varint(parent - previous - 1);
            previous = parent;
            EncodeChildren(payload, map.ChildrenOf(parent));
        }
        uint checksum = Crc32C.Compute(payload.Written, []);
        BinaryPrimitives.WriteUInt32LittleEndian(payload.Take(ChecksumLength), checksum);
        return payload;
    }

    private static void EncodeChildren(PayloadWriter payload, IEnumerable<int> children)
    {
        var runs = new List<(int First, int End)>();
        foreach (int child in children)
        {
            if (runs.Count > 0 && runs[^1].End == child) runs[^1] = (runs[^1].First, child + 1);
            else runs.Add((child, child + 1));
        }
        payload.Varint(runs.Count);
        int end = 0;
        foreach ((int first, int next) in runs)
        {
            payload.Varint(first - end);
            payload.Varint(next - first - 1);
            end = next;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The folder does not let us: then nothing was created there either, or it is a left-over of some bytes that no reader looks at.
        }
    }

    // Which bytes the map was made from.
    private static string DescribeSegments(OpenRun run) => string.Join(';', new DirectoryInfo(run.Info.Directory)
        .GetFiles("*" + SegmentWriter.Extension)
        .OrderBy(file => file.Name, StringComparer.Ordinal)
        .Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Name}:{file.Length}:{file.LastWriteTimeUtc.Ticks}"))
        .Prepend(run.Info.Process?.Id ?? ""));
}
