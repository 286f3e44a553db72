namespace Weft.Segments;

internal sealed partial class RunRecording
{
    /// <summary>Reads what was written since.</summary>
    internal void Refresh()
    {
        // A segment may be begun between the look into the folder and the reading of the one before it.
        do ReadFolder();
        while (_segments.Count > 0 && _segments.Last() is { Value.IsContinued: true } last && IsNew(PathOf(last.Key + 1)));
    }

    private bool IsNew(string path) => !_files.ContainsKey(path) && !_foreign.Contains(path) && File.Exists(path);

    private string PathOf(uint number) => Path.Combine(Directory, SegmentWriter.NameOf(number));

    private void ReadFolder()
    {
        string[] paths = System.IO.Directory.Exists(Directory) ? System.IO.Directory.GetFiles(Directory, "*" + SegmentWriter.Extension) : [];
        Array.Sort(paths, StringComparer.Ordinal);
        var found = new List<SegmentFile>();
        foreach (string path in paths)
        {
            if (_foreign.Contains(path)) continue;
            if (!_files.TryGetValue(path, out SegmentFile? file)) _files.Add(path, file = SegmentFile.Open(path));
            bool isSegment = UnlessRefused(file, () =>
            {
                if (file.TryReadHeader()) found.Add(file);
            });
            if (!isSegment) _headless.Add(path);
        }

        // A file with its own name goes before a copy of it under another.
        foreach (SegmentFile file in found.OrderBy(IsMisnamed).ThenBy(NumberOf))
        {
            UnlessRefused(file, () =>
            {
                Claim(file);
                file.Scan(this);
            });
        }
    }

    private bool UnlessRefused(SegmentFile file, Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (InvalidDataException damage)
        {
            _refused.Add(new RecordingDamage(file.Path, 0, damage.Message));
            _foreign.Add(file.Path);
            _files.Remove(file.Path);
            file.Dispose();
            return false;
        }
    }

    // What is the run's, and not there already, is read under its number.
    private void Claim(SegmentFile file)
    {
        SegmentHeader header = file.Header!.Value;
        _processId ??= header.ProcessId;
        if (header.ProcessId != _processId)
            throw new InvalidDataException($"{file.Path}: expected a segment of process {_processId:x16}, found one of {header.ProcessId:x16}: the folder mixes runs");
        if (_segments.TryAdd(header.Number, file))
        {
            if (IsMisnamed(file)) _refused.Add(new RecordingDamage(file.Path, 12, $"expected the number that the file is named by, found {header.Number}: name it {SegmentWriter.NameOf(header.Number)}"));
        }
        else if (_segments[header.Number] != file)
        {
            throw new InvalidDataException($"{file.Path}: expected a segment that no other file holds, found segment {header.Number}, which {_segments[header.Number].Path} holds, too; the file is left out");
        }
    }

    // Segments run from 1 on without a gap; all but the last are whole, and say that another one follows.
    private IEnumerable<RecordingDamage> SequenceDamages()
    {
        if (_segments.Count == 0) yield break;
        IEnumerable<uint> unnumbered = _files.Values.Where(file => file.Header is null).Select(NameNumberOf).Concat(_headless.Select(NameNumberOf));
        uint[] numbers = [.. _segments.Keys.Concat(unnumbered).Where(number => number > 0).Distinct().Order()];
        uint expected = 1;
        foreach (uint number in numbers)
        {
            if (number > expected) yield return Missing(expected, number - 1, $"{number} is there");
            expected = number + 1;
        }
        uint last = numbers[^1];
        if (_segments.TryGetValue(last, out SegmentFile? lastFile) && lastFile.IsContinued)
            yield return Missing(last + 1, last + 1, $"{SegmentWriter.NameOf(last)} says that the recording goes on in it");

        foreach (SegmentFile file in _files.Values.OrderBy(file => file.Path, StringComparer.Ordinal))
            if (CutOf(file, last) is { } cut) yield return cut;
    }

    private RecordingDamage Missing(uint first, uint last, string witness)
    {
        string files = first == last ? PathOf(first) : $"{PathOf(first)} to {SegmentWriter.NameOf(last)}";
        return new RecordingDamage(PathOf(first), 0, $"{files}: expected a segment of the recording, found no file: {witness}");
    }

    private RecordingDamage? CutOf(SegmentFile file, uint last)
    {
        if (file.Header is not { } header)
        {
            bool mayBeTail = NameNumberOf(file) == 0 || (NameNumberOf(file) == last && _ended is null);
            return mayBeTail ? null : new RecordingDamage(file.Path, 0, $"expected {SegmentHeader.Length} bytes of a segment header, found {file.Length}: the file was cut");
        }
        if (_ended is not null && header.Number > NumberOf(_ended))
            return new RecordingDamage(file.Path, 0, $"expected no segment behind {SegmentWriter.NameOf(NumberOf(_ended))}, which ends the recording");
        if (file.Damages.Count > 0 || (header.Number == last && file != _ended)) return null;
        if (file.TailBytes > 0) return new RecordingDamage(file.Path, file.End, $"expected a whole block, found {file.TailBytes} bytes of one: the file was cut");
        return header.Number < last && !file.IsContinued && header.Version >= SegmentHeader.FirstVersionWithContinued
            ? new RecordingDamage(file.Path, file.End, $"expected the block that says that the recording goes on in {SegmentWriter.NameOf(header.Number + 1)}, found the end of the file: it was cut")
            : null;
    }

    private static bool IsMisnamed(SegmentFile file) => NameNumberOf(file) != NumberOf(file);

    private static uint NumberOf(SegmentFile file) => file.Header!.Value.Number;

    private static uint NameNumberOf(SegmentFile file) => NameNumberOf(file.Path);

    private static uint NameNumberOf(string path) => SegmentWriter.NumberOf(Path.GetFileName(path));
}
