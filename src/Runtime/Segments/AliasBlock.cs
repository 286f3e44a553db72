using Weft.Capture;

namespace Weft.Segments;

/// <summary>Consecutive spans that stand for others: the first alias + i for the span at index i of the column behind the head.</summary>
internal static class AliasBlock
{
    internal static void Write(PayloadWriter payload, PostedAlias alias)
    {
        payload.Varint(alias.Step);
        payload.Varint(alias.First);
        alias.Spans.Write(payload);
    }

    /// <summary>Reads all but the column, at which the reader stands afterwards.</summary>
    internal static (int Step, ulong First, int Count) ReadHead(ref PayloadReader payload)
    {
        int step = payload.Int32();
        ulong first = payload.Varint();
        PayloadReader column = payload;
        return (step, first, SpanColumnCodec.ReadCount(ref column));
    }
}
