using Weft.Capture;

namespace Weft.Segments;

/// <summary>How often an output occurred, kept or not.</summary>
/// <param name="Name">The name given in code; null when the site row names it.</param>
/// <param name="Site">The site's number; 0 is none.</param>
/// <param name="Count">The number of occurrences.</param>
internal readonly record struct OutputCount(string? Name, int Site, long Count);

/// <summary>The end of a recording that ended by itself. Without this block it ended abruptly, or still goes on.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Ended">When, UTC.</param>
/// <param name="LastSpan">The greatest span reserved.</param>
/// <param name="Dropped">Rows and columns dropped.</param>
/// <param name="Outputs">How often each output occurred.</param>
internal sealed record EndBlock(RecordingEnd End, DateTime Ended, ulong LastSpan, long Dropped, IReadOnlyList<OutputCount> Outputs)
{
    internal void Write(PayloadWriter payload)
    {
        payload.Byte((byte)End);
        payload.UInt64((ulong)Ended.Ticks);
        payload.Varint(LastSpan);
        payload.Varint(Dropped);
        CountsBlock.Write(payload, Outputs);
    }

    internal static EndBlock Read(ref PayloadReader payload)
    {
        var end = (RecordingEnd)payload.Byte();
        DateTime ended = Time.Read(ref payload);
        ulong lastSpan = payload.Varint();
        long dropped = payload.Int64();
        return new EndBlock(end, ended, lastSpan, dropped, CountsBlock.ReadCounts(ref payload));
    }
}
