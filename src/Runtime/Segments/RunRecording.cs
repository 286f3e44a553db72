using System.Globalization;
using Weft.Capture;
using Weft.Flows;
using Weft.Sites;

namespace Weft.Segments;

/// <summary>An output of a recording.</summary>
/// <param name="Block">What was recorded of it.</param>
/// <param name="File">The segment that holds its column.</param>
/// <param name="Offset">Offset of its payload.</param>
/// <param name="Length">Bytes of its payload.</param>
internal sealed record RecordedOutput(OutputBlock Block, SegmentFile File, long Offset, int Length);

/// <summary>A recording, read from its folder.</summary>
// Design: opening reads every block once, for its checksum and for what is small (definitions, heads of sections); rows and columns stay in
// the files and are decoded when an answer needs them. A recording that still grows can be refreshed. For one thread at a time.
internal sealed partial class RunRecording : IDisposable, IBlockVisitor
{
    private readonly Dictionary<string, SegmentFile> _files = [];           // by path
    private readonly SortedDictionary<uint, SegmentFile> _segments = [];     // by number: those that are read
    private readonly HashSet<string> _foreign = [];             // files that were refused
    private readonly HashSet<string> _headless = [];            // those of them whose header cannot be read: by their names they may be the run's
    private readonly List<RecordingDamage> _refused = [];     // files and definitions that could not be read
    private readonly List<(SitesBlock Block, SiteTable Table)> _modules = [];
    private readonly Dictionary<int, SourceRow> _sources = [];
    private readonly Dictionary<int, Step> _steps = [];
    private readonly List<RecordedOutput> _outputs = [];
    private readonly Dictionary<(string? Name, int Site), long> _counts = [];
    private readonly Dictionary<(string? Name, int Site, long Occurrence), OutputMoment> _moments = [];
    private readonly List<Definitions> _rootEnds = [];
    private readonly List<LostSpans> _lost = [];
    private readonly SpanIndex _index = new();
    private readonly DecodedCache _decoded = new();
    private readonly HashSet<Definitions> _undecodable = new(ReferenceEqualityComparer.Instance);

    private ulong? _processId;
    private SegmentFile? _ended;    // the segment with the End block

    private RunRecording(string directory) => Directory = directory;

    /// <summary>The run's folder.</summary>
    internal string Directory { get; }

    /// <summary>The recorded process; null when no segment could be read so far.</summary>
    internal ProcessBlock? Process { get; private set; }

    /// <summary>How the recording ended; null when it ended abruptly, or still goes on.</summary>
    internal EndBlock? End { get; private set; }

    /// <summary>Rows and columns that the recorder had to drop, as far as it could say.</summary>
    internal long Dropped { get; private set; }

    /// <summary>Spans whose definition was dropped.</summary>
    internal IReadOnlyList<LostSpans> Lost => _lost;

    /// <summary>The outputs, in the order in which they were written.</summary>
    internal IReadOnlyList<RecordedOutput> Outputs => _outputs;

    /// <summary>How often each output occurred, kept or not, as far as the recording goes: at least so often when it has no <see cref="End"/>.</summary>
    internal IReadOnlyDictionary<(string? Name, int Site), long> Counts => _counts;

    /// <summary>Headers of messages that were ignored because they could not be understood, as far as the recording goes.</summary>
    internal long IgnoredHeaders { get; private set; }

    /// <summary>When an output was made; null where no event tells.</summary>
    internal OutputMoment? MomentOf(OutputBlock output) => _moments.TryGetValue((output.Name, output.Site, output.Occurrence), out OutputMoment moment) ? moment : null;

    /// <summary>The site tables, with the number of each one's first row.</summary>
    internal IReadOnlyList<(SitesBlock Block, SiteTable Table)> Modules => _modules;

    /// <summary>The sources of roots, by id.</summary>
    internal IReadOnlyDictionary<int, SourceRow> Sources => _sources;

    /// <summary>The steps, by id.</summary>
    internal IReadOnlyDictionary<int, Step> Steps => _steps;

    /// <summary>Places that could not be read.</summary>
    internal IEnumerable<RecordingDamage> Damages => _refused.Concat(_files.Values.SelectMany(file => file.Damages)).Concat(SequenceDamages());

    /// <summary>Bytes behind the last whole block of the last segment.</summary>
    internal long TailBytes => _files.Count == 0 ? 0 : _files.MaxBy(file => file.Key, StringComparer.Ordinal).Value.TailBytes;

    /// <summary>What an answer says that may miss something because of <see cref="Damages"/>; null when there are none.</summary>
    internal string? DescribeDamage()
    {
        RecordingDamage[] damages = [.. Damages];
        if (damages.Length == 0) return null;
        string more = damages.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $" (and {damages.Length - 1} more places)") : "";
        return $"the recording is damaged: {damages[0]}{more}";
    }

    /// <summary>Bytes of all segments.</summary>
    internal long Length => _files.Values.Sum(file => file.Length);

    /// <summary>Reads a recording. Throws <see cref="InvalidDataException"/> when the folder holds no segment that can be read.</summary>
    internal static RunRecording Open(string directory)
    {
        var recording = new RunRecording(Path.GetFullPath(directory));
        try
        {
            recording.Refresh();
            if (recording.Process is null) throw new InvalidDataException(recording.WhyUnreadable());
            return recording;
        }
        catch
        {
            recording.Dispose();
            throw;
        }
    }

    /// <summary>The site with a number, or null.</summary>
    internal SiteRow? Site(int number) => ModuleOf(number) is { } module ? module.Table.Rows[number - module.Block.FirstNumber] : null;

    /// <summary>The module of the site with a number, or null.</summary>
    internal (SitesBlock Block, SiteTable Table)? ModuleOf(int number)
    {
        foreach ((SitesBlock Block, SiteTable Table) module in _modules)
            if (number >= module.Block.FirstNumber && number - module.Block.FirstNumber < module.Table.Rows.Count) return module;
        return null;
    }

    /// <summary>The spans of an output.</summary>
    internal SpanColumn ReadColumn(RecordedOutput output)
    {
        var payload = new PayloadReader(output.File.Read(output.Offset, output.Length));
        return OutputBlock.ReadColumn(ref payload);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (SegmentFile file in _files.Values) file.Dispose();
        _files.Clear();
    }

    void IBlockVisitor.Take(SegmentFile file, BlockKind kind, long payloadOffset, ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        switch (kind)
        {
            case BlockKind.Process:
                Process ??= ProcessBlock.Read(ref reader);
                break;
            case BlockKind.Sites:
                var sites = SitesBlock.Read(ref reader);
                _modules.Add((sites, sites.Open()));
                break;
            case BlockKind.Sources:
                foreach (SourceRow source in SourcesBlock.Read(ref reader)) _sources[source.Id] = source;
                break;
            case BlockKind.Steps:
                foreach (Step step in StepsBlock.Read(ref reader)) _steps[step.Id] = step;
                break;
            case BlockKind.Rows:
                TakeRows(file, payloadOffset, ref reader);
                break;
            case BlockKind.Alias:
                (int aliasStep, ulong firstAlias, int aliases) = AliasBlock.ReadHead(ref reader);
                TakeBlock(new SectionHead(RowKind.Alias, aliasStep, firstAlias, (ulong)aliases, 1, 0), file, payloadOffset, payload.Length);
                break;
            case BlockKind.Parents:
                var parents = ParentsBlock.Read(ref reader);
                TakeBlock(new SectionHead(parents.Kind, parents.Step, parents.FirstChild, (ulong)parents.ChildCount, 1, 0), file, payloadOffset, payload.Length);
                break;
            case BlockKind.Output:
                var output = OutputBlock.Read(ref reader);
                _outputs.Add(new RecordedOutput(output, file, payloadOffset, payload.Length));
                NoteCounts([new OutputCount(output.Name, output.Site, output.Occurrence + 1)]);
                break;
            case BlockKind.Drops:
                var drops = DropsBlock.Read(ref reader);
                Dropped = Math.Max(Dropped, drops.Dropped);
                _lost.AddRange(drops.Spans);
                break;
            case BlockKind.End:
                End = EndBlock.Read(ref reader);
                Dropped = Math.Max(Dropped, End.Dropped);
                NoteCounts(End.Outputs);
                _ended = file;
                break;
            case BlockKind.Received:
                foreach (ReceivedRange range in ReceivedBlock.Read(ref reader, file.Header!.Value.Version)) TakeReceived(range, file, payloadOffset);
                break;
            case BlockKind.Counts:
                NoteCounts(CountsBlock.Read(ref reader).Outputs);
                break;
            case BlockKind.Continued:
                ContinuedBlock.Read(ref reader);
                file.IsContinued = true;
                break;
            case BlockKind.Units:
                TakeUnits(ref reader);
                break;
            case BlockKind.Events:
                TakeEvents(file, payloadOffset, ref reader);
                break;
            case BlockKind.Keys:
                TakeKeys(ref reader);
                break;
            case BlockKind.EventDrops:
                TakeDrops(ref reader);
                break;
            case BlockKind.IgnoredHeaders:
                IgnoredHeaders = Math.Max(IgnoredHeaders, reader.Int64());
                break;
            case BlockKind.Moments:
                foreach (OutputMoment moment in MomentsBlock.Read(ref reader)) _moments[(moment.Name, moment.Site, moment.Occurrence)] = moment;
                break;
            case BlockKind.Clock:
                _clocks.Add(ClockBlock.Read(ref reader));
                break;
            default:
                break; // of a later minor version: not needed for what this reader answers
        }
    }

    private void NoteCounts(IReadOnlyList<OutputCount> counts)
    {
        foreach (OutputCount count in counts)
            _counts[(count.Name, count.Site)] = Math.Max(count.Count, _counts.GetValueOrDefault((count.Name, count.Site)));
    }

    private void TakeRows(SegmentFile file, long payloadOffset, ref PayloadReader reader)
    {
        reader.Varint(); // the thread
        while (reader.Remaining > 0)
        {
            SectionHead head = SectionHead.Read(ref reader);
            var entry = new Definitions(head, file, payloadOffset + reader.Offset, head.Length);
            reader.Take(head.Length);
            if (head.Kind == RowKind.RootEnd) _rootEnds.Add(entry);
            else _index.Add(entry);
        }
    }

    private void TakeBlock(SectionHead head, SegmentFile file, long payloadOffset, int length)
    {
        if (head.End < head.First) throw new InvalidDataException($"expected spans below 2^64, found {head.Extent} from {head.First} on");
        _index.Add(new Definitions(head, file, payloadOffset, length));
    }

    private string WhyUnreadable()
    {
        if (_refused.Count > 0) return _refused[0].Message;
        return _files.Count == 0
            ? $"{Directory}: expected segments (*{SegmentWriter.Extension}) of a Weft recording, found none"
            : $"{Directory}: the recording ends before its first block; nothing of it was written to disk";
    }
}
