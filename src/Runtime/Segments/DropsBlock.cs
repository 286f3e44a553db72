using Weft.Capture;

namespace Weft.Segments;

/// <summary>Spans whose definition was dropped.</summary>
/// <param name="Dropped">Rows and columns dropped since the recording began.</param>
/// <param name="Spans">Spans that were not in a Drops block before.</param>
internal sealed record DropsBlock(long Dropped, IReadOnlyList<LostSpans> Spans)
{
    internal void Write(PayloadWriter payload)
    {
        payload.Varint(Dropped);
        payload.Varint(Spans.Count);
        foreach (LostSpans lost in Spans)
        {
            payload.Varint(lost.First);
            payload.Varint(lost.Count);
        }
    }

    internal static DropsBlock Read(ref PayloadReader payload)
    {
        long dropped = payload.Int64();
        int count = payload.Count();
        var spans = new List<LostSpans>(count);
        for (; count > 0; count--) spans.Add(new LostSpans(payload.Varint(), payload.Varint()));
        return new DropsBlock(dropped, spans);
    }
}
