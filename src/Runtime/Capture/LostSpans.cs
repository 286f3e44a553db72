namespace Weft.Capture;

/// <summary>Consecutive spans whose definition was dropped.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">Their number.</param>
internal sealed record LostSpans(ulong First, ulong Count)
{
    /// <summary>The number of rows in a piece of a stream, and the spans that they define.</summary>
    internal static (long Rows, List<LostSpans> Spans) Of(ReadOnlySpan<ulong> words)
    {
        long rows = 0;
        var spans = new List<LostSpans>();
        var reader = new RowReader(words, header: 0, nextChild: 0);
        while (reader.MoveNext())
        {
            if (reader.Kind == RowKind.Event) continue;
            rows += reader.RowCount;
            if (ThreadBuffer.MakesChildren(reader.Kind)) Add(spans, reader.FirstChild, reader.NextChild - reader.FirstChild);
            else if (reader.Kind != RowKind.RootEnd) AddRoots(spans, reader.Rows);
        }
        return (rows, spans);
    }

    /// <summary>The spans that a posted column defines; null for an output, which defines none.</summary>
    internal static LostSpans? Of(Posted item) => item switch
    {
        PostedParents parents => new LostSpans(parents.FirstChild, (ulong)parents.ChildCount),
        PostedAlias alias => new LostSpans(alias.First, (ulong)alias.Spans.Count),
        PostedReceived received => new LostSpans(received.Range.First, received.Range.Count),
        _ => null,
    };

    private static void AddRoots(List<LostSpans> spans, ReadOnlySpan<ulong> rows)
    {
        for (; !rows.IsEmpty; rows = rows[3..]) Add(spans, rows[0], rows[2]);
    }

    private static void Add(List<LostSpans> spans, ulong first, ulong count)
    {
        if (spans.Count > 0 && spans[^1].First + spans[^1].Count == first) spans[^1] = new LostSpans(spans[^1].First, spans[^1].Count + count);
        else spans.Add(new LostSpans(first, count));
    }
}
