namespace Weft.Segments;

/// <summary>A point in time in a payload: 100 ns ticks since the year 1, UTC, as 8 bytes.</summary>
internal static class Time
{
    internal static DateTime Read(ref PayloadReader payload)
    {
        ulong ticks = payload.UInt64();
        if (ticks > (ulong)DateTime.MaxValue.Ticks) payload.Fail($"a time of at most {DateTime.MaxValue.Ticks} ticks (found {ticks}) before this");
        return new DateTime((long)ticks, DateTimeKind.Utc);
    }
}
