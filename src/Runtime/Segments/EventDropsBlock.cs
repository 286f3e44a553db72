using Weft.Capture;

namespace Weft.Segments;

/// <summary>Events that were dropped and were not in such a block before.</summary>
/// <param name="Events">Runs of consecutive events.</param>
internal sealed record EventDropsBlock(IReadOnlyList<LostEvents> Events)
{
    internal void Write(PayloadWriter payload)
    {
        payload.Varint(Events.Count);
        foreach (LostEvents lost in Events)
        {
            payload.UInt64(lost.Unit);
            payload.Varint(lost.First);
            payload.Varint(lost.Count);
        }
    }

    internal static EventDropsBlock Read(ref PayloadReader payload)
    {
        int count = payload.Count();
        var events = new List<LostEvents>(count);
        for (; count > 0; count--)
        {
            var lost = new LostEvents(payload.UInt64(), payload.Int64(), payload.Int64());
            if (lost.First == 0 || lost.Count == 0 || lost.Count > long.MaxValue - lost.First) payload.Fail($"events numbered from 1 on (found {lost.Count} from {lost.First} on) before this");
            events.Add(lost);
        }
        return new EventDropsBlock(events);
    }
}
