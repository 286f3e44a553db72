namespace Weft.Segments;

/// <summary>Records of messages that were received, and what they follow from in the sender's process.</summary>
internal static class ReceivedBlock
{
    private const ulong SpanEnd = 1ul << 63;
    private const ushort FirstVersionWithSites = 3;

    internal static void Write(PayloadWriter payload, IReadOnlyList<ReceivedRange> ranges)
    {
        payload.Varint(ranges.Count);
        foreach (ReceivedRange range in ranges)
        {
            payload.Byte((byte)range.Kind);
            payload.Varint(range.First);
            payload.Varint(range.Count);
            payload.UInt64(range.Process);
            payload.Varint(range.From);
            payload.Varint(range.FromCount);
            payload.UInt64((ulong)(range.Trace.Value >> 64));
            payload.UInt64((ulong)range.Trace.Value);
            payload.UInt64(range.Event.Unit.Value);
            payload.Varint(range.Event.Number);
            payload.UInt64(range.Parent);
            payload.Varint(range.Site);
        }
    }

    internal static List<ReceivedRange> Read(ref PayloadReader payload, ushort version)
    {
        int count = payload.Count();
        var ranges = new List<ReceivedRange>(count);
        for (; count > 0; count--)
        {
            var kind = (ReceivedKind)payload.Byte();
            if (kind is < ReceivedKind.Untraced or > ReceivedKind.Any) payload.Fail($"a received message of kind 1 to 4 (found {(byte)kind}) before this");
            ulong first = payload.Varint(), spans = payload.Varint();
            if (first is 0 or >= SpanEnd || spans is 0 or > int.MaxValue) payload.Fail($"1 to 2^31 - 1 spans below 2^63 (found {spans} from {first} on) before this");
            ulong process = payload.UInt64(), from = payload.Varint(), fromCount = payload.Varint();
            ulong expected = kind switch { ReceivedKind.Untraced => 0, ReceivedKind.Each => spans, ReceivedKind.One => 1, _ => fromCount };
            if (fromCount != expected || from >= SpanEnd || fromCount >= SpanEnd || (from == 0) != (fromCount == 0)) payload.Fail($"{expected} of the sender's spans (found {fromCount} from {from} on) before this");
            var trace = new TraceId(new UInt128(payload.UInt64(), payload.UInt64()));
            var sent = new EventId(new ExecutionUnitId(payload.UInt64()), payload.Int64());
            ranges.Add(new ReceivedRange(kind, first, spans, process, from, fromCount, trace, sent, payload.UInt64()) { Site = version >= FirstVersionWithSites ? payload.Int32() : 0 });
        }
        return ranges;
    }
}
