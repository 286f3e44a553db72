using System.Diagnostics;

namespace Weft.Segments;

/// <summary>A point in time by the stopwatch of the events and by the clock.</summary>
/// <param name="Frequency">Ticks of the stopwatch in a second.</param>
/// <param name="Ticks">The stopwatch.</param>
/// <param name="Utc">The clock.</param>
/// <param name="Uncertainty">By how many ticks of the stopwatch the two may be apart.</param>
internal sealed record ClockBlock(long Frequency, long Ticks, DateTime Utc, long Uncertainty)
{
    private const int Attempts = 5;

    /// <summary>Reads both: the clock between two looks at the stopwatch, of several attempts the one that was disturbed least.</summary>
    internal static ClockBlock Now()
    {
        ClockBlock? best = null;
        for (int i = 0; i < Attempts; i++)
        {
            long before = Stopwatch.GetTimestamp();
            DateTime utc = DateTime.UtcNow;
            long after = Stopwatch.GetTimestamp();
            long uncertainty = (after - before + 1) / 2 + Stopwatch.Frequency / TimeSpan.TicksPerSecond; // and what the clock cannot tell
            if (best is null || uncertainty < best.Uncertainty) best = new ClockBlock(Stopwatch.Frequency, before + (after - before) / 2, utc, uncertainty);
        }
        return best!;
    }

    internal void Write(PayloadWriter payload)
    {
        payload.Varint(Frequency);
        payload.UInt64((ulong)Ticks);
        payload.UInt64((ulong)Utc.Ticks);
        payload.Varint(Uncertainty);
    }

    internal static ClockBlock Read(ref PayloadReader payload)
    {
        long frequency = payload.Int64();
        if (frequency == 0) payload.Fail("a frequency above 0 before this");
        return new ClockBlock(frequency, (long)payload.UInt64(), Time.Read(ref payload), payload.Int64());
    }
}
