using Weft.Segments;

namespace Weft.Store.Catalogue;

/// <summary>Counts derived records and edges, by reading every definition.</summary>
internal sealed class EdgeCounter : IDefinitionVisitor
{
    private EdgeCounter()
    {
    }

    /// <summary>Records that follow from others.</summary>
    internal long Derived { get; private set; }

    /// <summary>Pairs of a record and one that it follows from.</summary>
    internal long Edges { get; private set; }

    internal static EdgeCounter Of(RunRecording recording)
    {
        var counter = new EdgeCounter();
        recording.VisitAll(counter);
        return counter;
    }

    void IDefinitionVisitor.TakeRoots(int operation, bool isInner, ulong firstSpan, ulong firstIndex, ulong count)
    {
        // Follows from nothing.
    }

    void IDefinitionVisitor.TakeChildren(int step, bool isCoarse, ulong firstChild, ulong count, List<ParentRun> parents)
    {
        Derived += (long)count;
        foreach (ParentRun run in parents) Edges += (long)(run.IsParallel ? run.Count : run.Count * count);
    }

    void IDefinitionVisitor.TakeAliases(int step, ulong firstAlias, ReadOnlySpan<ulong> originals)
    {
        // An alias stands for a record that is counted where it is defined.
    }
}
