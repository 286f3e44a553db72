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
            rows++;
            if (reader.SpanCount == 0) continue;
            if (spans.Count > 0 && spans[^1].First + spans[^1].Count == reader.FirstSpan)
                spans[^1] = new LostSpans(spans[^1].First, spans[^1].Count + reader.SpanCount);
            else
                spans.Add(new LostSpans(reader.FirstSpan, reader.SpanCount));
        }
        return (rows, spans);
    }

    /// <summary>The spans that a posted column defines; null for an output, which defines none.</summary>
    internal static LostSpans? Of(Posted item) => item switch
    {
        PostedParents parents => new LostSpans(parents.FirstChild, (ulong)parents.ChildCount),
        PostedAlias alias => new LostSpans(alias.First, (ulong)alias.Spans.Count),
        _ => null,
    };
}
