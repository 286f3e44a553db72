using Weft.Capture;

namespace Weft.Segments;

/// <summary>Collects rows of one kind and operation of one thread, and writes them as a section.</summary>
// Design: rows of different operations alternate in a stream (a join feeding a SelectMany); here they are sorted apart, so that each column is
// regular. A row says how many spans lie between its own and those of the row before: 0 when the operation had the thread to itself.
internal sealed class RowSection(RowKind kind, int operation)
{
    /// <summary>Most rows of a section: what a reader decodes to look at one of them.</summary>
    internal const int MostRows = 1 << 12;

    /// <summary>A section with so many runs of fan-ins takes no further row.</summary>
    internal const int MostRuns = 1 << 16;

    private const ulong WidestGap = 1 << 16;

    private readonly int _firstWord = RowLayout.FirstWord(kind);
    private readonly NumberList _gaps = new();
    private readonly NumberList[] _columns = NewColumns(RowLayout.ColumnsOf(kind));
    private ulong _first;
    private ulong _end;

    internal bool IsEmpty => _gaps.Count == 0;

    /// <summary>Takes rows of a stretch from row <paramref name="from"/> on; returns how many. None: the section has to be written first.</summary>
    internal int Take(ref RowReader stretch, int from)
    {
        if (kind == RowKind.FanIn) return TakeFanIn(ref stretch);
        int width = stretch.Rows.Length / stretch.RowCount;
        ReadOnlySpan<ulong> rows = stretch.Rows[(from * width)..];
        int count = Math.Min(stretch.RowCount - from, MostRows - _gaps.Count);
        count = ThreadBuffer.MakesChildren(kind) ? TakeChildren(ref stretch, from, count) : TakeNamed(rows, width, count);
        if (count == 0) return 0;
        rows = rows[..(count * width)];
        for (int i = 0; i < _columns.Length; i++) _columns[i].AddEvery(width, rows[(_firstWord + i)..]);
        return count;
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

    // The gap before the first row is all there is to know: the children of the others follow.
    private int TakeChildren(ref RowReader stretch, int from, int count)
    {
        ulong first = from == 0 ? stretch.FirstChild : _end; // what was cut off before is what the last section took
        if (count == 0 || !TryPlace(first)) return 0;
        _gaps.AddZeros(count - 1);
        int width = stretch.Rows.Length / stretch.RowCount;
        if (from == 0 && count == stretch.RowCount)
        {
            _end = stretch.NextChild;
            return count;
        }
        for (int row = from; row < from + count; row++) _end += RowReader.SpanCount(kind, stretch.Rows.Slice(row * width, width));
        return count;
    }

    // Rows that name their first span, each with a gap of its own; up to the first that has to start another section.
    private int TakeNamed(ReadOnlySpan<ulong> rows, int width, int count)
    {
        for (int row = 0; row < count; row++)
        {
            ReadOnlySpan<ulong> words = rows.Slice(row * width, width);
            if (!TryPlace(words[0])) return row;
            _end += RowReader.SpanCount(kind, words);
        }
        return count;
    }

    private int TakeFanIn(ref RowReader row)
    {
        if (_gaps.Count == MostRows || _columns[1].Count >= MostRuns || !TryPlace(row.FirstChild)) return 0;
        _end++;
        _columns[0].Add(row.Rows[0]);
        _columns[1].AddEvery(2, row.Rows[1..]);
        _columns[2].AddEvery(2, row.Rows.Length == 1 ? [] : row.Rows[2..]);
        return 1;
    }

    // Notes the gap before a row; afterwards _end is where the row's spans start. False when the row lies too far from the one before, or before it.
    private bool TryPlace(ulong first)
    {
        if (_gaps.Count == 0)
        {
            _first = _end = first;
        }
        else if (first - _end >= WidestGap) // an earlier span gives a gap beyond all bounds, too
        {
            return false;
        }
        _gaps.Add(first - _end);
        _end = first;
        return true;
    }

    private static NumberList[] NewColumns(int count)
    {
        var columns = new NumberList[count];
        for (int i = 0; i < count; i++) columns[i] = new NumberList();
        return columns;
    }
}
