using System.Runtime.InteropServices;
using Weft.Capture;
using Weft.Flows;

namespace Weft.Segments;

internal sealed partial class RunRecording
{
    /// <summary>What the recording says of a span; its parents, if any, are added to <paramref name="parents"/>.</summary>
    internal SpanDefinition Define(ulong span, List<ParentRun> parents)
    {
        foreach (Definitions entry in _index.Find(span, span + 1))
        {
            SectionHead head = entry.Head;
            if (head.Kind == RowKind.Received) return SpanDefinition.Root(head.Operation, _received[head.First].IndexOf(span - head.First), isInner: false);
            if (head.Kind >= RowKind.Coarse)
            {
                if (Decoded(entry, ReadColumn) is not { } column) continue;
                if (head.Kind == RowKind.Alias) return SpanDefinition.Alias(head.Operation, column[(int)(span - head.First)]);
                AddRuns(column, parents);
                return SpanDefinition.Derived(head.Operation, isCoarse: head.Kind == RowKind.Coarse);
            }

            int row = -1;
            if (Decoded(entry, ReadRows) is not { } rows || (row = rows.Find(span)) < 0) continue;
            ulong offset = span - rows.FirstSpan(row);
            ulong roots = rows.RootCount(row);
            if (offset < roots)
            {
                bool isInner = head.Kind == RowKind.FanOutRoots;
                return SpanDefinition.Root(head.Operation, offset + (isInner ? 0 : (ulong)rows.FirstIndex(row)), isInner);
            }
            int first = parents.Count;
            rows.AddParents(row, parents);
            foreach (ref ParentRun run in CollectionsMarshal.AsSpan(parents)[first..]) run = run.Of(offset - roots);
            return SpanDefinition.Derived(head.Operation, isCoarse: false);
        }
        return SpanDefinition.Missing;
    }

    /// <summary>Whether the recorder noted that the definition of a span was dropped.</summary>
    internal bool WasDropped(ulong span) => _lost.Exists(lost => span - lost.First < lost.Count);

    private static (RowsBlock, int) ReadRows(Definitions entry)
    {
        RowsBlock rows = RowsBlock.Read(entry.Head, entry.File.Read(entry.Offset, entry.Length));
        return (rows, rows.Weight);
    }

    private static (SpanColumn, int) ReadColumn(Definitions entry)
    {
        var payload = new PayloadReader(entry.File.Read(entry.Offset, entry.Length));
        if (entry.Head.Kind == RowKind.Alias) AliasBlock.ReadHead(ref payload);
        else ParentsBlock.Read(ref payload);
        SpanColumn column = SpanColumnCodec.Read(ref payload, entry.Head.Operation);
        return (column, column.Count);
    }

    // Null when the bytes, though intact, cannot be understood: noted as damage, and what they define is missing.
    private T? Decoded<T>(Definitions entry, Func<Definitions, (T Value, int Weight)> decode) where T : class
    {
        if (_undecodable.Contains(entry)) return null;
        try
        {
            return _decoded.Get(entry, decode);
        }
        catch (InvalidDataException damage)
        {
            _undecodable.Add(entry);
            _refused.Add(new RecordingDamage(entry.File.Path, entry.Offset, damage.Message));
            return null;
        }
    }

    // The spans of a column as runs, each parent of every child.
    private static void AddRuns(SpanColumn column, List<ParentRun> parents)
    {
        const int Part = 128;
        Span<ulong> spans = stackalloc ulong[Part];
        int own = parents.Count;
        for (int start = 0; start < column.Count; start += Part)
        {
            Span<ulong> part = spans[..Math.Min(Part, column.Count - start)];
            column.CopyTo(start, part);
            foreach (ulong span in part)
            {
                if (span == 0) continue;
                if (parents.Count > own && parents[^1] is { Input: 1, IsParallel: false } last && last.First + last.Count == span)
                    parents[^1] = last with { Count = last.Count + 1 };
                else
                    parents.Add(new ParentRun(span, 1, 1, IsParallel: false));
            }
        }
    }
}
