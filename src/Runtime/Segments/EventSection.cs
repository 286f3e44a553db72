namespace Weft.Segments;

/// <summary>What stands before the columns of a section of an Events block: events of one execution unit, ascending by number.</summary>
/// <param name="Unit">The unit's number in the recording.</param>
/// <param name="IsShared">Whether the unit was seen to be shared at one of the events.</param>
/// <param name="Count">The number of events.</param>
/// <param name="Length">Bytes of the columns.</param>
internal readonly record struct EventSection(int Unit, bool IsShared, int Count, int Length)
{
    /// <summary>Most events of a section.</summary>
    internal const int MostEvents = 1 << 12;

    internal void Write(PayloadWriter payload)
    {
        payload.Varint(Unit);
        payload.Byte((byte)(IsShared ? 1 : 0));
        payload.Varint(Count);
        payload.Varint(Length);
    }

    /// <summary>Reads a head; the columns stand behind it.</summary>
    internal static EventSection Read(ref PayloadReader payload)
    {
        int unit = payload.Int32();
        byte flags = payload.Byte();
        if (flags > 1) payload.Fail($"flags 0 or 1 (found {flags}) before this");
        var head = new EventSection(unit, flags == 1, payload.Int32(), payload.Count());
        if (head.Count is 0 or > MostEvents) payload.Fail($"1 to {MostEvents} events (found {head.Count}) before this");
        return head;
    }
}
