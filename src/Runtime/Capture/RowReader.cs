namespace Weft.Capture;

/// <summary>
/// Reads the rows of a piece of a thread's stream: the one place that knows the grammar (see <see cref="ThreadBuffer"/>).
/// A step of the reader is a stretch: all rows up to the next header, or one fan-in.
/// </summary>
/// <param name="words">The piece; starts with a header or between rows, never inside a row.</param>
/// <param name="header">The header in force at the start; 0 when the piece starts with one.</param>
/// <param name="nextChild">The child of the next row at the start, when rows of that header make children; for events their execution unit.</param>
internal ref struct RowReader(ReadOnlySpan<ulong> words, ulong header, ulong nextChild)
{
    private readonly ReadOnlySpan<ulong> _words = words;
    private int _at;

    /// <summary>The header in force.</summary>
    internal ulong Header { get; private set; } = header;

    /// <summary>The child of the row behind the stretch.</summary>
    internal ulong NextChild { get; private set; } = nextChild;

    /// <summary>Whether the piece is of a stream of events.</summary>
    internal readonly bool HoldsEvents => ThreadBuffer.KindOf(Header != 0 ? Header : _words[0]) == RowKind.Event;

    /// <summary>The execution unit of events.</summary>
    internal readonly ulong Unit => NextChild;

    /// <summary>The kind of the rows.</summary>
    internal readonly RowKind Kind => ThreadBuffer.KindOf(Header);

    /// <summary>The number of rows of the stretch, at least one.</summary>
    internal int RowCount { get; private set; }

    /// <summary>The words of its rows, one row behind the other.</summary>
    internal ReadOnlySpan<ulong> Rows { get; private set; }

    /// <summary>The child of the first row; rows that make children make consecutive ones.</summary>
    internal ulong FirstChild { get; private set; }

    /// <summary>The number of words of a row of a kind; 0 when it varies.</summary>
    internal static int WidthOf(RowKind kind) => kind switch
    {
        RowKind.Root or RowKind.RootOpen or RowKind.FanOut or RowKind.OuterFanIn => 3,
        RowKind.RootEnd or RowKind.Pair or RowKind.FanOutRoots or RowKind.FanInRun => 2,
        RowKind.Link => 1,
        RowKind.FanIn or RowKind.Event => 0,
        _ => throw new InvalidOperationException($"A thread's stream holds a row of the unknown kind {kind}: its buffer is damaged."),
    };

    /// <summary>The number of spans that a row defines.</summary>
    internal static ulong SpanCount(RowKind kind, ReadOnlySpan<ulong> row) => kind switch
    {
        RowKind.Root or RowKind.RootOpen or RowKind.FanOut => row[2],
        RowKind.FanOutRoots => 2 * row[1],
        RowKind.RootEnd or RowKind.Event => 0,
        _ => 1,
    };

    /// <summary>Moves to the next stretch; false at the end of the piece.</summary>
    internal bool MoveNext()
    {
        if (_at == _words.Length) return false;
        if (ThreadBuffer.IsHeader(_words[_at]))
        {
            Header = _words[_at++];
            if (ThreadBuffer.HasWordBehindHeader(Kind)) NextChild = _words[_at++];
        }

        RowKind kind = Kind;
        if (kind == RowKind.Event) return MoveOverEvents();
        int width = WidthOf(kind);
        if (width == 0) width = 1 + 2 * (int)_words[_at];
        int end = kind == RowKind.FanIn ? _at + width : EndOfRows(width);
        Rows = _words[_at..end];
        RowCount = Rows.Length / width;
        _at = end;
        FirstChild = NextChild;
        NextChild += Children(kind);
        return true;
    }

    private bool MoveOverEvents()
    {
        int end = _at;
        RowCount = 0;
        for (; end < _words.Length && !ThreadBuffer.IsHeader(_words[end]); RowCount++) end += EventRow.WidthOf(_words[end..]);
        Rows = _words[_at..end];
        _at = end;
        return true;
    }

    private readonly int EndOfRows(int width)
    {
        int end = _at + width;
        while (end < _words.Length && !ThreadBuffer.IsHeader(_words[end])) end += width;
        return end;
    }

    private readonly ulong Children(RowKind kind)
    {
        ulong children = 0;
        switch (kind)
        {
            case RowKind.Root or RowKind.RootOpen or RowKind.RootEnd:
                return 0;
            case RowKind.FanOut:
                for (int i = 2; i < Rows.Length; i += 3) children += Rows[i];
                return children;
            case RowKind.FanOutRoots:
                for (int i = 1; i < Rows.Length; i += 2) children += 2 * Rows[i];
                return children;
            default:
                return (ulong)RowCount;
        }
    }
}
