namespace Weft.Capture;

/// <summary>Reads the rows of a piece of a thread's stream: the one place that knows the grammar (see <see cref="ThreadBuffer"/>).</summary>
/// <param name="words">The piece; starts with a header or in the middle of rows, never inside a row.</param>
/// <param name="header">The header in force at the start; 0 when the piece starts with one.</param>
/// <param name="nextChild">The child of the next row at the start, when rows of that header make children.</param>
internal ref struct RowReader(ReadOnlySpan<ulong> words, ulong header, ulong nextChild)
{
    private readonly ReadOnlySpan<ulong> _words = words;
    private int _at;

    /// <summary>The header in force.</summary>
    internal ulong Header { get; private set; } = header;

    /// <summary>The child of the row behind the current one.</summary>
    internal ulong NextChild { get; private set; } = nextChild;

    /// <summary>The kind of the current row.</summary>
    internal readonly RowKind Kind => ThreadBuffer.KindOf(Header);

    /// <summary>The first span that the current row defines (for <see cref="RowKind.RootEnd"/>: that it speaks of).</summary>
    internal ulong FirstSpan { get; private set; }

    /// <summary>How many spans the current row defines.</summary>
    internal ulong SpanCount { get; private set; }

    /// <summary>The words of the current row.</summary>
    internal ReadOnlySpan<ulong> Row { get; private set; }

    /// <summary>Moves to the next row; false at the end of the piece.</summary>
    internal bool MoveNext()
    {
        if (_at == _words.Length) return false;
        if (ThreadBuffer.IsHeader(_words[_at]))
        {
            Header = _words[_at++];
            if (ThreadBuffer.MakesChildren(Kind)) NextChild = _words[_at++];
        }

        ReadOnlySpan<ulong> rest = _words[_at..];
        switch (Kind)
        {
            case RowKind.Root or RowKind.RootOpen:
                Row = rest[..3];
                FirstSpan = Row[0];
                SpanCount = Row[2];
                break;
            case RowKind.RootEnd:
                Row = rest[..2];
                FirstSpan = Row[0];
                SpanCount = 0;
                break;
            case RowKind.Pair:
                Row = rest[..2];
                TakeChildren(1);
                break;
            case RowKind.FanOut:
                Row = rest[..3];
                TakeChildren(Row[2]);
                break;
            case RowKind.OuterFanIn:
                Row = rest[..3];
                TakeChildren(1);
                break;
            case RowKind.FanOutRoots:
                Row = rest[..2];
                TakeChildren(2 * Row[1]);
                break;
            case RowKind.FanIn:
                Row = rest[..(1 + 2 * (int)rest[0])];
                TakeChildren(1);
                break;
            case RowKind.Link:
                Row = rest[..1];
                TakeChildren(1);
                break;
            default:
                throw new InvalidOperationException($"A thread's stream holds a row of the unknown kind {Kind}: its buffer is damaged.");
        }
        _at += Row.Length;
        return true;
    }

    private void TakeChildren(ulong count)
    {
        FirstSpan = NextChild;
        SpanCount = count;
        NextChild += count;
    }
}
