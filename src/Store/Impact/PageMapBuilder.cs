using Weft.Segments;

namespace Weft.Store.Impact;

/// <summary>Makes the page map of a recording, by reading every definition once.</summary>
internal sealed class PageMapBuilder : IDefinitionVisitor
{
    private readonly PageMap _map;

    private PageMapBuilder(RunRecording recording) => _map = new PageMap(recording.SpanEnd);

    internal static PageMap Build(RunRecording recording)
    {
        var builder = new PageMapBuilder(recording);
        recording.VisitAll(builder);
        return builder._map;
    }

    void IDefinitionVisitor.TakeRoots(int operation, bool isInner, ulong firstSpan, ulong firstIndex, ulong count)
    {
        // Follows from nothing.
    }

    void IDefinitionVisitor.TakeChildren(int step, bool isCoarse, ulong firstChild, ulong count, List<ParentRun> parents)
    {
        foreach (ParentRun run in parents)
        {
            if (run.IsParallel) AddParallel(run.First, run.Count, firstChild);
            else _map.Add(run.First, run.Count, firstChild, count);
        }
    }

    void IDefinitionVisitor.TakeAliases(int step, ulong firstAlias, ReadOnlySpan<ulong> originals)
    {
        for (int i = 0; i < originals.Length; i++)
            if (originals[i] != 0) _map.Add(originals[i], 1, firstAlias + (uint)i, 1);
    }

    // Child i follows from parent i: cut where a page of parents ends.
    private void AddParallel(ulong firstParent, ulong count, ulong firstChild)
    {
        while (count > 0)
        {
            ulong part = Math.Min(count, _map.PageSpans - (firstParent & (_map.PageSpans - 1)));
            _map.Add(firstParent, part, firstChild, part);
            firstParent += part;
            firstChild += part;
            count -= part;
        }
    }
}
