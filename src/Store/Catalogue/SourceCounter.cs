using Weft.Capture;
using Weft.Segments;
using Weft.Store.Runs;

namespace Weft.Store.Catalogue;

/// <summary>Finds the sources of a run and how many records entered from each, by reading what is recorded of roots.</summary>
internal sealed class SourceCounter : IDefinitionVisitor
{
    private readonly Dictionary<RootIssuer, (long Records, long IndexEnd)> _counts = [];
    private readonly IReadOnlyDictionary<ulong, ulong> _used;

    private SourceCounter(RunRecording recording) => _used = recording.UsedRoots();

    /// <summary>The sources, in the order in which they were first read; inner sequences last.</summary>
    internal static IReadOnlyList<SourceEntry> Sources(OpenRun run)
    {
        var counter = new SourceCounter(run.Recording);
        foreach (SourceRow row in run.Recording.Sources.Values) counter._counts[new RootIssuer(row.Id, IsInner: false)] = default;
        run.Recording.VisitAll(counter, DefinesRoots);
        return
        [
            .. counter._counts
                .OrderBy(pair => pair.Key.IsInner).ThenBy(pair => pair.Key.Number)
                .GroupBy(pair => run.Places.Source(pair.Key.Number, pair.Key.IsInner))
                .Select(group => new SourceEntry(
                    group.Key, [.. group.Select(pair => pair.Key)], group.Sum(pair => pair.Value.Records), group.Max(pair => pair.Value.IndexEnd))),
        ];
    }

    /// <summary>Whether a section defines roots.</summary>
    internal static bool DefinesRoots(SectionHead head) => head.Kind is RowKind.Root or RowKind.RootOpen or RowKind.FanOutRoots or RowKind.Received;

    void IDefinitionVisitor.TakeRoots(int operation, bool isInner, ulong firstSpan, ulong firstIndex, ulong count)
    {
        // Where the number of records was not known when their spans were reserved, the end of the range tells it.
        ulong used = !isInner && _used.TryGetValue(firstSpan, out ulong known) ? Math.Min(known, count) : count;
        var issuer = new RootIssuer(operation, isInner);
        (long records, long indexEnd) = _counts.GetValueOrDefault(issuer);
        _counts[issuer] = (records + (long)used, Math.Max(indexEnd, (long)(firstIndex + used)));
    }

    void IDefinitionVisitor.TakeChildren(int step, bool isCoarse, ulong firstChild, ulong count, List<ParentRun> parents)
    {
        // Not a root.
    }

    void IDefinitionVisitor.TakeAliases(int step, ulong firstAlias, ReadOnlySpan<ulong> originals)
    {
        // Not a root.
    }
}
