using Weft.Capture;

namespace Weft.Segments;

/// <summary>A decoded section of a Rows block.</summary>
internal sealed class RowsBlock
{
    private readonly ulong[] _starts;
    private readonly ulong[][] _columns;
    private readonly int[] _runStarts = [];     // fan-ins only: index of each row's first run, and the end

    private RowsBlock(SectionHead head, ulong[] starts, ulong[][] columns)
    {
        Head = head;
        _starts = starts;
        _columns = columns;
        if (head.Kind != RowKind.FanIn) return;
        _runStarts = new int[head.RowCount + 1];
        for (int row = 0; row < head.RowCount; row++) _runStarts[row + 1] = _runStarts[row] + (int)columns[0][row];
    }

    internal SectionHead Head { get; }

    /// <summary>Numbers in memory; for the bound of the cache.</summary>
    internal int Weight => _starts.Length + _columns.Sum(column => column.Length);

    /// <summary>Decodes the columns of a section.</summary>
    internal static RowsBlock Read(SectionHead head, ReadOnlySpan<byte> bytes)
    {
        var payload = new PayloadReader(bytes);
        ulong[] gaps = NumberColumn.Read(ref payload, head.RowCount);
        ulong[][] columns = new ulong[RowLayout.ColumnsOf(head.Kind)][];
        for (int i = 0; i < columns.Length; i++)
        {
            bool isRunColumn = head.Kind == RowKind.FanIn && i > 0;
            columns[i] = NumberColumn.Read(ref payload, isRunColumn ? RunCount(ref payload, columns[0]) : head.RowCount);
        }

        ulong[] starts = gaps; // in place: a start is the end of the row before plus the gap
        ulong end = head.First;
        for (int row = 0; row < starts.Length; row++)
        {
            starts[row] += end;
            end = starts[row] + SpanCount(head.Kind, columns, row);
            if (end < starts[row] || end > head.End) payload.Fail($"row {row} to end at span {head.End} or before (found {end}) before this");
        }
        return new RowsBlock(head, starts, columns);
    }

    /// <summary>The first span that a row defines (for <see cref="RowKind.RootEnd"/>: that it speaks of).</summary>
    internal ulong FirstSpan(int row) => _starts[row];

    /// <summary>The number of spans that a row defines.</summary>
    internal ulong SpanCount(int row) => SpanCount(Head.Kind, _columns, row);

    /// <summary>The row that defines a span; -1 for none.</summary>
    internal int Find(ulong span)
    {
        int row = Array.BinarySearch(_starts, span);
        if (row < 0)
        {
            row = ~row - 1;
        }
        else
        {
            // Rows without spans share their start with the next; the last of them is the one.
            while (row + 1 < _starts.Length && _starts[row + 1] == span) row++;
        }
        return row >= 0 && span - _starts[row] < SpanCount(row) ? row : -1;
    }

    /// <summary>The first row that ends behind a span; the number of rows when none does.</summary>
    internal int FirstRowBehind(ulong span)
    {
        int row = Array.BinarySearch(_starts, span);
        if (row < 0)
        {
            row = Math.Max(~row - 1, 0);
        }
        else
        {
            while (row > 0 && _starts[row - 1] == span) row--;
        }
        return _starts[row] + SpanCount(row) > span ? row : row + 1;
    }

    /// <summary>A root row: the index of its first record.</summary>
    internal long FirstIndex(int row) => (long)_columns[0][row];

    /// <summary>The count that ends a row: roots, children of a fan-out.</summary>
    internal ulong Count(int row) => _columns[^1][row];

    /// <summary>The roots of a row: all spans of a root row, the first half of an untraced fan-out's; else none.</summary>
    internal ulong RootCount(int row) => Head.Kind switch
    {
        RowKind.Root or RowKind.RootOpen or RowKind.FanOutRoots => Count(row),
        _ => 0,
    };

    /// <summary>Adds what the derived spans of a row (those behind its roots) follow from; 0 is left out.</summary>
    internal void AddParents(int row, List<ParentRun> parents)
    {
        switch (Head.Kind)
        {
            case RowKind.Pair:
                Add(_columns[0][row], 1, 1);
                Add(_columns[1][row], 1, 2);
                break;
            case RowKind.FanOut:
                Add(_columns[0][row], 1, 1);
                Add(_columns[1][row], Count(row), 2, isParallel: true);
                break;
            case RowKind.FanOutRoots:
                Add(_columns[0][row], 1, 1);
                Add(_starts[row], Count(row), 2, isParallel: true);
                break;
            case RowKind.FanIn:
                for (int run = _runStarts[row]; run < _runStarts[row + 1]; run++) Add(_columns[1][run], _columns[2][run], 1);
                break;
            case RowKind.FanInRun:
                Add(_columns[0][row], Count(row), 1);
                break;
            case RowKind.OuterFanIn:
                Add(_columns[0][row], 1, 1);
                Add(_columns[1][row], Count(row), 2);
                break;
            case RowKind.Link:
                Add(_columns[0][row], 1, 1);
                break;
        }

        void Add(ulong first, ulong count, byte input, bool isParallel = false)
        {
            if (first != 0 && count != 0) parents.Add(new ParentRun(first, count, input, isParallel));
        }
    }

    private static ulong SpanCount(RowKind kind, ulong[][] columns, int row) => kind switch
    {
        RowKind.Root or RowKind.RootOpen or RowKind.FanOut => columns[^1][row],
        RowKind.FanOutRoots => 2 * columns[^1][row],
        RowKind.RootEnd => 0,
        _ => 1,
    };

    private static int RunCount(ref PayloadReader payload, ulong[] runCounts)
    {
        ulong sum = 0;
        foreach (ulong count in runCounts)
        {
            sum += count;
            if (count > RowSection.MostRuns * 2 || sum > RowSection.MostRuns * 2) payload.Fail($"at most {RowSection.MostRuns * 2} runs before this");
        }
        return (int)sum;
    }
}
