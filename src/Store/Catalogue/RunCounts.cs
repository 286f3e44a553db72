using Weft.Segments;
using Weft.Store.Runs;

namespace Weft.Store.Catalogue;

/// <summary>How much a run has recorded: counted by reading every definition once.</summary>
internal sealed class RunCounts : IDefinitionVisitor
{
    private readonly Dictionary<int, long> _rootsBySource = [];
    private readonly IReadOnlyDictionary<ulong, ulong> _used;

    private RunCounts(RunRecording recording) => _used = recording.UsedRoots();

    /// <summary>Records that entered from outside.</summary>
    internal long Roots { get; private set; }

    /// <summary>Of <see cref="Roots"/>, those of untraced sequences inside traced records, which have no source of their own.</summary>
    internal long InnerRoots { get; private set; }

    /// <summary>Records that follow from others.</summary>
    internal long Derived { get; private set; }

    /// <summary>Pairs of a record and one that it follows from.</summary>
    internal long Edges { get; private set; }

    internal static RunCounts Of(OpenRun run)
    {
        var counts = new RunCounts(run.Recording);
        run.Recording.VisitAll(counts);
        return counts;
    }

    /// <summary>Records of a source.</summary>
    internal long RootsOf(SourceEntry source) => _rootsBySource.GetValueOrDefault(source.Id);

    void IDefinitionVisitor.TakeRoots(int operation, bool isInner, ulong firstSpan, ulong firstIndex, ulong count)
    {
        // Where the number of records was not known when their spans were reserved, the end of the range tells it.
        long records = (long)(_used.TryGetValue(firstSpan, out ulong used) ? Math.Min(used, count) : count);
        Roots += records;
        if (isInner) InnerRoots += records;
        else _rootsBySource[operation] = _rootsBySource.GetValueOrDefault(operation) + records;
    }

    void IDefinitionVisitor.TakeChildren(int step, bool isCoarse, ulong firstChild, ulong count, List<ParentRun> parents)
    {
        Derived += (long)count;
        foreach (ParentRun run in parents) Edges += (long)(run.IsParallel ? run.Count : run.Count * count);
    }

    void IDefinitionVisitor.TakeAliases(int step, ulong firstAlias, ReadOnlySpan<ulong> originals)
    {
        // An alias stands for a record that was counted.
    }
}
