using Weft.Capture;
using Weft.Segments;

namespace Weft.Answers;

/// <summary>Visits every ancestor of a span once, in ranges, and keeps what the answer as a whole says: counts, roots, verdict.</summary>
// Design: spans wait in a set, from which the last page of 65,536 is taken at a time: parents are older than their children, so that most
// pages come up once, and parents that were found one by one are visited as the ranges that they form. Neither the length of a chain nor a
// cycle in a damaged recording can make it recurse or run for ever.
internal sealed class AncestorWalk : IDefinitionVisitor
{
    private readonly RunRecording _recording;
    private readonly Places _places;
    private readonly GroupMembers _groups;
    private readonly DoubtfulSites _doubtful;
    private readonly HashSet<int> _groupSteps = [];     // at which a member came out of its group
    private readonly Func<ulong, bool> _isHeld;     // whether a process's recording can be asked
    private readonly SpanSet _seen = new();
    private readonly SpanSet _defined = new();
    private readonly SpanSet _aliases = new();
    private readonly SpanSet _waiting = new();
    private readonly List<(ulong First, ulong Count)> _fresh = [];
    private readonly Dictionary<int, long> _derivedBySite = [];
    private readonly Dictionary<int, HashSet<int>> _stepsBySite = [];
    private readonly Dictionary<ulong, long> _receivedBySender = [];    // of those whose recording can be asked
    private readonly List<(int Operation, bool IsInner, RootRange Range)> _roots = [];
    private readonly HashSet<int> _untoldSteps = [];    // not described by the recording
    private readonly SortedSet<string> _coarse = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _incomplete = new(StringComparer.Ordinal);

    internal AncestorWalk(RunRecording recording, Places places, GroupMembers groups, Func<ulong, bool> isHeld)
    {
        _recording = recording;
        _places = places;
        _groups = groups;
        _doubtful = new DoubtfulSites(recording, places);
        _isHeld = isHeld;
    }

    /// <summary>Spans of other processes (or of this one, by a message to itself) that the walk has to be continued from. Taken away by whoever does.</summary>
    internal Queue<(ulong Process, ulong First, ulong Count)> HandedOver { get; } = new();

    /// <summary>The messages that ancestors came by, of those whose sender said what they follow from.</summary>
    internal HashSet<ReceivedRange> Messages { get; } = [];

    /// <summary>The record itself and its ancestors; aliases, which stand for others, are not counted.</summary>
    internal long RecordCount => (long)(_seen.Count - _aliases.Count);

    /// <summary>Why a parent may be missing.</summary>
    internal IReadOnlyCollection<string> Incomplete => _incomplete;

    /// <summary>Why a parent may not have contributed.</summary>
    internal IReadOnlyCollection<string> Coarse => _coarse;

    /// <summary>Walks from spans to their last ancestors in this recording. May be called again; what was visited is not visited again.</summary>
    internal void Run(ulong firstSpan, ulong spanCount)
    {
        Enqueue(firstSpan, spanCount);
        var page = new List<(ulong First, ulong Count)>();
        while (_waiting.TakeLastPage(page))
        {
            foreach ((ulong first, ulong count) in page) _recording.Visit(first, count, this);
            page.Clear();
        }
    }

    /// <summary>Says that a record that was walked from came on by a step.</summary>
    internal void Pass(int step) => _incomplete.UnionWith(_doubtful.Pass(step));

    /// <summary>Says what was not found; comes after the last run.</summary>
    internal void Finish()
    {
        ExplainMissing(_seen.Except(_defined));
        if (_untoldSteps.Count > 0)
            _incomplete.Add($"the recording does not say which operators made {(_untoldSteps.Count == 1 ? "some of the records" : $"records in {_untoldSteps.Count} steps")}: {WhyMissing()}");
    }

    /// <summary>The derived ancestors by site, most first.</summary>
    internal IReadOnlyList<LineageSummaryRow> Summarise() =>
    [
        .. _derivedBySite
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key)
            .Select(pair => new LineageSummaryRow(_places.Site(pair.Key), pair.Value, PassedBefore(pair.Key))),
        .. _receivedBySender
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key)
            .Select(pair => new LineageSummaryRow(new LineageSite("received", "from " + LineageSource.NameOfProcess(pair.Key), "", 0, 0, ""), pair.Value, [])),
    ];

    /// <summary>The roots by source and index, neighbours joined.</summary>
    internal IReadOnlyList<RootRange> Roots()
    {
        var joined = new List<RootRange>();
        foreach ((_, _, RootRange range) in _roots.OrderBy(root => root.IsInner).ThenBy(root => root.Operation).ThenBy(root => root.Range.FirstIndex).ThenBy(root => root.Range.FirstSpan))
        {
            if (joined.Count > 0 && joined[^1] is var last && last.Source == range.Source
                && last.FirstIndex + last.Count == range.FirstIndex && last.FirstSpan + (ulong)last.Count == range.FirstSpan)
                joined[^1] = last with { Count = last.Count + range.Count };
            else
                joined.Add(range);
        }
        return joined;
    }

    public void TakeRoots(int operation, bool isInner, ulong firstSpan, ulong firstIndex, ulong count)
    {
        _defined.Add(firstSpan, count);
        LineageSource source = _places.Source(operation, isInner);
        _roots.Add((operation, isInner, new RootRange(source, (long)firstIndex, firstSpan, (long)count)));
        switch (source.Kind)
        {
            case LineageSourceKind.Cut:
                _incomplete.Add($"cut at {Places.Name(source.CutSite)}: the sequence passed through code that Weft does not understand");
                break;
            case LineageSourceKind.Changed:
                _incomplete.Add($"{source.Name}: the collection was changed after it was made, and what was put in since cannot be told");
                break;
            case LineageSourceKind.Kept:
                _incomplete.Add(DoubtfulSites.ReasonOf(Capture.SourceKind.Kept, source.Site));
                break;
            case LineageSourceKind.LookedUp:
                _incomplete.Add(DoubtfulSites.ReasonOf(Capture.SourceKind.LookedUp, source.Site));
                break;
            case LineageSourceKind.Unknown:
                _incomplete.Add($"{source.Name}: its description was lost");
                break;
        }
    }

    public void TakeReceived(ReceivedRange range, ulong firstSpan, ulong count)
    {
        _defined.Add(firstSpan, count);
        LineageSource source = _places.Source(range.Sender, isInner: false);
        ulong offset = firstSpan - range.First;
        if (range.Kind == ReceivedKind.Untraced)
        {
            _roots.Add((range.Sender, IsInner: false, new RootRange(source, (long)range.IndexOf(offset), firstSpan, (long)count)));
            return;
        }

        Messages.Add(range);
        bool isEach = range.Kind == ReceivedKind.Each;
        ulong from = range.IndexOf(offset), fromCount = isEach ? count : range.FromCount;
        if (range.Kind == ReceivedKind.Any)
            _coarse.Add($"a message from {source.Name} had {range.Count} records where {range.FromCount} were sent, so that each may come from any of those");
        if (_isHeld(range.Process))
        {
            _receivedBySender[range.Process] = _receivedBySender.GetValueOrDefault(range.Process) + (long)count;
            HandedOver.Enqueue((range.Process, from, fromCount));
            return;
        }
        _incomplete.Add($"what came from {source.Name} follows from its records, of which no recording is asked here");
        if (isEach) _roots.Add((range.Sender, IsInner: false, new RootRange(source, (long)from, firstSpan, (long)count)));
        else for (ulong i = 0; i < count; i++) _roots.Add((range.Sender, IsInner: false, new RootRange(source, (long)from, firstSpan + i, 1)));
    }

    public void TakeChildren(int step, bool isCoarse, ulong firstChild, ulong count, List<ParentRun> parents)
    {
        _defined.Add(firstChild, count);
        int site = 0;
        if (_recording.Steps.TryGetValue(step, out Step? known)) site = known.Site;
        else if (step != 0) _untoldSteps.Add(step);
        _derivedBySite[site] = _derivedBySite.GetValueOrDefault(site) + (long)count;
        Pass(step);
        if (!_stepsBySite.TryGetValue(site, out HashSet<int>? steps)) _stepsBySite.Add(site, steps = []);
        steps.Add(step);
        if (isCoarse) _coarse.Add($"coarse{(site == 0 ? "" : " at " + Places.Name(_places.Site(site)))}: the collection was changed after it was made, so that each of its records may come from any record it held");
        else if (!_groupSteps.Contains(step) && _groups.Include(step, parents))
        {
            _groupSteps.Add(step);
            _coarse.Add($"coarse at {Places.Name(_places.Site(site))}: the record came out of a group, and the other members are named, too");
        }
        foreach (ParentRun run in parents) Enqueue(run.First, run.Count);
    }

    public void TakeAliases(int step, ulong firstAlias, ReadOnlySpan<ulong> originals)
    {
        _defined.Add(firstAlias, (ulong)originals.Length);
        _aliases.Add(firstAlias, (ulong)originals.Length);
        Pass(step);
        foreach (ulong original in originals)
            if (original != 0) Enqueue(original, 1);
    }

    private void Enqueue(ulong first, ulong count)
    {
        _fresh.Clear();
        _seen.Add(first, count, _fresh);
        foreach ((ulong start, ulong length) in _fresh) _waiting.Add(start, length);
    }

    // What handed on the inputs of the operators at a site.
    private IReadOnlyList<LineageSite> PassedBefore(int site)
    {
        var passed = new List<LineageSite>();
        foreach (int step in _stepsBySite[site])
        {
            foreach (LineageSite before in _places.Way(_places.InputOf(step, 1)).Concat(_places.Way(_places.InputOf(step, 2))))
                if (!passed.Contains(before)) passed.Add(before);
        }
        return passed;
    }

    private void ExplainMissing(List<(ulong First, ulong Count)> missing)
    {
        if (missing.Count == 0) return;
        ulong count = missing.Aggregate(0ul, (sum, run) => sum + run.Count);
        string what = count == 1 ? $"span #{missing[0].First} is not in the recording" : $"{count} spans (the first is #{missing[0].First}) are not in the recording";
        bool wasDropped = missing.Exists(run => _recording.Lost.Any(lost => lost.First < run.First + run.Count && run.First < lost.First + lost.Count));
        string why = wasDropped ? $"dropped because the writer could not keep up (WEFT_BACKPRESSURE=drop; {_recording.Dropped} rows in all)" : WhyMissing();
        _incomplete.Add($"{what}: {why}");
    }

    private string WhyMissing()
    {
        if (_recording.DescribeDamage() is { } damage) return damage;
        return _recording.End is null ? "the recording ended abruptly, or its program has not flushed yet" : "they were issued after its end, or belong to another process";
    }
}
