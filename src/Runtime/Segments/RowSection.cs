using Weft.Capture;

namespace Weft.Segments;

/// <summary>Collects rows of one kind and operation of one thread, and writes them as a section.</summary>
// Design: rows of different operations alternate in a stream (a join feeding a SelectMany); here they are sorted apart, so that each column is
// regular. A row says how many spans lie between its own and those of the row before: 0 when the operation had the thread to itself.
internal sealed class RowSection(RowKind kind, int operation)
{
    /// <summary>Most rows of a section: what a reader decodes to look at one of them.</summary>
    internal const int MostRows = 1 << 14;

    /// <summary>A section with so many runs of fan-ins takes no further row.</summary>
    internal const int MostRuns = 1 << 16;
    private const ulong WidestGap = 1 << 16;

    private readonly int _firstWord = RowLayout.FirstWord(kind);
    private readonly NumberList _gaps = new();
    private readonly NumberList[] _columns = NewColumns(RowLayout.ColumnsOf(kind));
    private ulong _first;
    private ulong _end;

    internal bool IsEmpty => _gaps.Count == 0;

    /// <summary>Adds the current row of the reader; false when it has to start another section.</summary>
    internal bool TryAdd(ref RowReader rows)
    {
        ulong gap = rows.FirstSpan - _end;
        if (_gaps.Count == 0)
        {
            _first = rows.FirstSpan;
            gap = 0;
        }
        else if (gap >= WidestGap || _gaps.Count == MostRows || _columns[^1].Count >= MostRuns) // a row before the last one has a gap beyond all bounds, too
        {
            return false;
        }

        _gaps.Add(gap);
        _end = rows.FirstSpan + rows.SpanCount;
        ReadOnlySpan<ulong> row = rows.Row;
        if (kind == RowKind.FanIn)
        {
            _columns[0].Add(row[0]);
            for (int i = 1; i < row.Length; i += 2)
            {
                _columns[1].Add(row[i]);
                _columns[2].Add(row[i + 1]);
            }
            return true;
        }
        for (int i = 0; i < _columns.Length; i++) _columns[i].Add(row[_firstWord + i]);
        return true;
    }

    /// <summary>Appends the section to the payload of a Rows block and empties it.</summary>
    internal void Write(PayloadWriter payload, PayloadWriter scratch)
    {
        scratch.Clear();
        NumberColumn.Write(scratch, _gaps.Numbers);
        foreach (NumberList column in _columns) NumberColumn.Write(scratch, column.Numbers);
        new SectionHead(kind, operation, _first, _end - _first, _gaps.Count, scratch.Length).Write(payload);
        payload.Bytes(scratch.Written);

        _gaps.Clear();
        foreach (NumberList column in _columns) column.Clear();
    }

    private static NumberList[] NewColumns(int count)
    {
        var columns = new NumberList[count];
        for (int i = 0; i < count; i++) columns[i] = new NumberList();
        return columns;
    }
}
