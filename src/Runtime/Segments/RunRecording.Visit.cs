using Weft.Capture;
using Weft.Flows;

namespace Weft.Segments;

internal sealed partial class RunRecording
{
    /// <summary>The end of the spans that are defined.</summary>
    internal ulong SpanEnd => _index.End;

    /// <summary>Shows a visitor every definition of the recording, by first span of their sections; only of some sections when so asked.</summary>
    internal void VisitAll(IDefinitionVisitor visitor, Predicate<SectionHead>? which = null)
    {
        var parents = new List<ParentRun>();
        foreach (Definitions entry in _index.All())
            if (which is null || which(entry.Head)) Visit(entry, 0, ulong.MaxValue, visitor, parents);
    }

    /// <summary>Shows a visitor the definitions of the spans first, first + 1, ... (count of them), cut to those spans.</summary>
    internal void Visit(ulong first, ulong count, IDefinitionVisitor visitor)
    {
        var parents = new List<ParentRun>();
        foreach (Definitions entry in _index.Find(first, first + count)) Visit(entry, first, first + count, visitor, parents);
    }

    /// <summary>How many spans of a <see cref="RowKind.RootOpen"/> range were used, by its first span.</summary>
    internal IReadOnlyDictionary<ulong, ulong> UsedRoots()
    {
        var used = new Dictionary<ulong, ulong>();
        foreach (Definitions entry in _rootEnds)
        {
            if (Decoded(entry, ReadRows) is not { } rows) continue;
            for (int row = 0; row < rows.Head.RowCount; row++) used[rows.FirstSpan(row)] = rows.Count(row);
        }
        return used;
    }

    private void Visit(Definitions entry, ulong first, ulong end, IDefinitionVisitor visitor, List<ParentRun> parents)
    {
        SectionHead head = entry.Head;
        if (head.Kind == RowKind.Received)
        {
            ulong start = Math.Max(first, head.First);
            visitor.TakeReceived(_received[head.First], start, Math.Min(end, head.End) - start);
            return;
        }
        if (head.Kind >= RowKind.Coarse)
        {
            if (Decoded(entry, ReadColumn) is not { } column) return;
            ulong from = Math.Max(first, head.First);
            ulong to = Math.Min(end, head.End);
            if (head.Kind == RowKind.Alias)
            {
                VisitAliases(head, column, from, to, visitor);
                return;
            }
            parents.Clear();
            AddRuns(column, parents);
            visitor.TakeChildren(head.Operation, head.Kind == RowKind.Coarse, from, to - from, parents);
            return;
        }

        if (Decoded(entry, ReadRows) is not { } rows) return;
        for (int row = rows.FirstRowBehind(first); row < head.RowCount && rows.FirstSpan(row) < end; row++) Visit(rows, row, first, end, visitor, parents);
    }

    private static void Visit(RowsBlock rows, int row, ulong first, ulong end, IDefinitionVisitor visitor, List<ParentRun> parents)
    {
        ulong start = rows.FirstSpan(row);
        ulong from = Math.Max(first, start);
        ulong to = Math.Min(end, start + rows.SpanCount(row));
        ulong rootEnd = Math.Min(to, start + rows.RootCount(row));
        if (from < rootEnd)
        {
            bool isInner = rows.Head.Kind == RowKind.FanOutRoots;
            ulong firstIndex = from - start + (isInner ? 0 : (ulong)rows.FirstIndex(row));
            visitor.TakeRoots(rows.Head.Operation, isInner, from, firstIndex, rootEnd - from);
            from = rootEnd;
        }
        if (from >= to) return;

        parents.Clear();
        rows.AddParents(row, parents);
        ulong offset = from - start - rows.RootCount(row);
        for (int i = 0; i < parents.Count; i++)
            if (parents[i].IsParallel) parents[i] = parents[i] with { First = parents[i].First + offset, Count = to - from };
        visitor.TakeChildren(rows.Head.Operation, isCoarse: false, from, to - from, parents);
    }

    private static void VisitAliases(SectionHead head, SpanColumn column, ulong from, ulong to, IDefinitionVisitor visitor)
    {
        const int Part = 1024;
        Span<ulong> originals = stackalloc ulong[Part];
        for (; from < to; from += Part)
        {
            Span<ulong> part = originals[..(int)Math.Min(Part, to - from)];
            column.CopyTo((int)(from - head.First), part);
            visitor.TakeAliases(head.Operation, from, part);
        }
    }
}
