using Weft.Segments;

namespace Weft.Capture;

/// <summary>Writes a recording as the segments of a run folder, which is made when there is something to write.</summary>
// Order: whatever a block refers to by number (sites, sources, steps) is written before it, so that every prefix of the files explains itself.
internal sealed class SegmentTarget : IRecordingTarget
{
    private const int MostPerBlock = 4096;

    private readonly PayloadWriter _payload = new();
    private readonly RowsEncoder _rows;
    private readonly EventsEncoder _events;
    private readonly List<LostSpans> _lost = [];
    private readonly List<ReceivedRange> _received = [];
    private readonly List<OutputMoment> _moments = [];
    private readonly Dictionary<(string? Name, int Site), long> _countsWritten = [];
    private readonly RecorderOptions _options;
    private readonly Func<string, Stream> _create;
    private readonly ulong _processId;
    private SegmentWriter? _segments;
    private volatile string? _runDirectory;
    private readonly Func<long> _ignoredHeaders;    // so far
    private long _ignoredWritten;
    private int _modulesWritten;
    private int _sourcesWritten;
    private int _stepsWritten;

    internal SegmentTarget(RecorderOptions options, Func<string, Stream> create, ulong? processId = null, Func<long>? ignoredHeaders = null)
    {
        _ignoredHeaders = ignoredHeaders ?? (static () => 0);
        _processId = processId ?? RunIdentity.ProcessId;
        _options = options;
        _create = create;
        _rows = new RowsEncoder(Write);
        _events = new EventsEncoder(Write);
    }

    public string? RunDirectory => _runDirectory;

    public void Take(int threadId, ref RowReader rows)
    {
        if (rows.HoldsEvents) _events.Take(ref rows);
        else _rows.Take(threadId, ref rows);
    }

    public void EndThread() => _rows.Flush();

    public void Take(Posted item)
    {
        _payload.Clear();
        switch (item)
        {
            case PostedOutput output:
                OutputBlock.Write(_payload, output);
                Write(BlockKind.Output, _payload);
                if (output.Moment is { } moment) _moments.Add(moment);
                if (_moments.Count == MostPerBlock) WriteMoments();
                break;
            case PostedParents parents:
                ParentsBlock.Write(_payload, parents);
                Write(BlockKind.Parents, _payload);
                break;
            case PostedAlias alias:
                AliasBlock.Write(_payload, alias);
                Write(BlockKind.Alias, _payload);
                break;
            case PostedReceived received:
                _received.Add(received.Range);
                if (_received.Count == MostPerBlock) WriteReceived();
                break;
            case PostedUnit unit:
                _events.Take(unit);
                break;
            default:
                throw new InvalidOperationException($"No block is known for {item.GetType()}.");
        }
    }

    public void Take(LostSpans lost) => _lost.Add(lost);

    public void Take(LostEvents lost) => _events.Take(lost);

    public void Commit(long dropped, IReadOnlyList<OutputCount> counts, bool isAsked)
    {
        WriteCounts(counts, isAsked);
        Commit(dropped, isAsked);
    }

    private void Commit(long dropped, bool isAsked)
    {
        if (_received.Count > 0) WriteReceived();
        _events.Flush(isAsked);
        if (_moments.Count > 0) WriteMoments();
        if (_lost.Count > 0)
        {
            _payload.Clear();
            new DropsBlock(dropped, _lost).Write(_payload);
            _lost.Clear();
            Write(BlockKind.Drops, _payload);
        }
        if (_segments is null) return;
        WriteIgnored(isAsked);
        WriteDefinitions(_segments); // a step may be new though no row was made by it: a list that was filled from what is written already
        _segments.Flush();
    }

    public void End(EndBlock end)
    {
        Commit(end.Dropped, isAsked: true);
        if (_segments is null) return;
        _payload.Clear();
        end.Write(_payload);
        Write(BlockKind.End, _payload);
        _segments.Dispose();
    }

    private void WriteReceived()
    {
        _payload.Clear();
        ReceivedBlock.Write(_payload, _received);
        _received.Clear();
        Write(BlockKind.Received, _payload);
    }

    // As counts of outputs: written again when it has grown by a sixteenth, for whoever sends forged headers must not fill the recording.
    private void WriteIgnored(bool isAsked)
    {
        long ignored = _ignoredHeaders();
        if (ignored - _ignoredWritten < (isAsked ? 1 : Math.Max(1, _ignoredWritten / 16))) return;
        _ignoredWritten = ignored;
        _payload.Clear();
        _payload.Varint(ignored);
        Write(BlockKind.IgnoredHeaders, _payload);
    }

    private void WriteMoments()
    {
        _payload.Clear();
        MomentsBlock.Write(_payload, _moments);
        _moments.Clear();
        Write(BlockKind.Moments, _payload);
    }

    // As long as all occurrences of an output are kept, they tell their number. Unless somebody asks, a count is written again when it has grown by a
    // sixteenth: a program that goes on for ever must not fill its recording with counts.
    private void WriteCounts(IReadOnlyList<OutputCount> counts, bool isAsked)
    {
        var news = new List<OutputCount>();
        foreach (OutputCount count in counts)
        {
            long written = _countsWritten.GetValueOrDefault((count.Name, count.Site));
            if (count.Count <= _options.OutputsPerSite || count.Count - written < (isAsked ? 1 : Math.Max(1, written / 16))) continue;
            _countsWritten[(count.Name, count.Site)] = count.Count;
            news.Add(count);
        }
        if (news.Count == 0) return;
        _payload.Clear();
        new CountsBlock(news).Write(_payload);
        Write(BlockKind.Counts, _payload);
    }

    private void Write(BlockKind kind, PayloadWriter payload)
    {
        _segments ??= Open();
        WriteDefinitions(_segments);
        _segments.Write(kind, payload);
    }

    private SegmentWriter Open()
    {
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("Weft records on little-endian machines only.");
        ProcessBlock process = RunIdentity.Describe(_processId);
        string directory = Path.GetFullPath(Path.Combine(_options.Directory, RunIdentity.FolderName(process)));
        Directory.CreateDirectory(directory);
        _runDirectory = directory;
        return new SegmentWriter(directory, process, _options.SegmentBytes, _create);
    }

    private void WriteDefinitions(SegmentWriter segments)
    {
        ReadOnlySpan<SiteModule> modules = SiteRegistry.Modules;
        int sources = Sources.Count, steps = Steps.Count;
        if (_modulesWritten == modules.Length && _sourcesWritten == sources && _stepsWritten == steps) return;

        var payload = new PayloadWriter();
        for (; _modulesWritten < modules.Length; _modulesWritten++)
        {
            SiteModule module = modules[_modulesWritten];
            payload.Clear();
            new SitesBlock(module.FirstNumber, module.Version, module.Bytes).Write(payload);
            segments.Write(BlockKind.Sites, payload);
        }
        for (; _sourcesWritten < sources; _sourcesWritten += Math.Min(MostPerBlock, sources - _sourcesWritten))
        {
            payload.Clear();
            SourcesBlock.Write(payload, [.. Enumerable.Range(_sourcesWritten + 1, Math.Min(MostPerBlock, sources - _sourcesWritten)).Select(Sources.Get)]);
            segments.Write(BlockKind.Sources, payload);
        }
        for (; _stepsWritten < steps; _stepsWritten += Math.Min(MostPerBlock, steps - _stepsWritten))
        {
            payload.Clear();
            StepsBlock.Write(payload, [.. Enumerable.Range(_stepsWritten + 1, Math.Min(MostPerBlock, steps - _stepsWritten)).Select(Steps.Get)]);
            segments.Write(BlockKind.Steps, payload);
        }
    }
}
