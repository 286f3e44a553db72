using Weft.Segments;

namespace Weft.Capture;

internal sealed unsafe partial class ThreadBuffer
{
    /// <summary>Fresh roots of a source for the records firstIndex, firstIndex + 1, ... (count of them); returns the first span.</summary>
    internal ulong RootRange(int source, long firstIndex, long count) => Roots(RowKind.Root, source, firstIndex, count);

    /// <summary>As <see cref="RootRange"/> for at most <paramref name="capacity"/> records; <see cref="RootEnd"/> says how many came.</summary>
    internal ulong RootOpen(int source, long firstIndex, int capacity) => Roots(RowKind.RootOpen, source, firstIndex, capacity);

    /// <summary>Says how many spans of the range that starts at <paramref name="firstSpan"/> were used.</summary>
    internal void RootEnd(ulong firstSpan, int exactCount)
    {
        ulong* row = Begin(Header(RowKind.RootEnd, 0), 2);
        row[0] = firstSpan;
        row[1] = (uint)exactCount;
        Publish(row + 2);
    }

    /// <summary>Fresh spans for records of a message that was received; <paramref name="range"/> says what they follow from, all but their own first span. Returns that.</summary>
    internal ulong Received(ReceivedRange range)
    {
        ulong first = TakeSpans(range.Count);
        if (range.Count > 0) _session.Post(new PostedReceived(range with { First = first }));
        return first;
    }

    private ulong Roots(RowKind kind, int source, long firstIndex, long count)
    {
        ulong header = Header(kind, source);
        bool continues = _header == header;
        ulong first = TakeSpans((ulong)count);
        if (count == 0) return first;

        // A root row names its span, so spans taken in between do not end the header.
        if (continues) _header = header;
        ulong* row = Begin(header, 3);
        row[0] = first;
        row[1] = (ulong)firstIndex;
        row[2] = (ulong)count;
        Publish(row + 3);
        return first;
    }
}
