using Weft.Segments;

namespace Weft.Store.Events.Clocks;

/// <summary>The time of one process: its stopwatch, which never goes back, laid beside the machine's clock once and for all.</summary>
// Design: the clock may be set or slewed while the process runs; events must not change their order or distance by that. So the times of a recording are a straight line
// over the stopwatch. Its slope is the stopwatch's own, corrected by what the clock showed over a long run, as far as crystals go wrong; its offset the median of what the clock showed.
internal sealed class ProcessTimeline
{
    private const double MostDrift = 500e-6;            // crystals are better
    private const double LongRun = 60e9;                // nanoseconds, from which a drift shows above the noise
    private const long NanosecondsPerTick = 100;        // of a DateTime

    private readonly long _ticksAt;                     // the stopwatch where the line's zero is
    private readonly long _at;                          // nanoseconds since 1970 there
    private readonly double _slope;                     // nanoseconds per tick of the stopwatch

    /// <param name="clocks">What the recording says of the clock, in any order; none when it has no events.</param>
    internal ProcessTimeline(IReadOnlyList<ClockBlock> clocks)
    {
        IsKnown = clocks.Count > 0;
        ClockBlock[] points = [.. clocks.OrderBy(clock => clock.Ticks)];
        if (points.Length == 0)
        {
            _slope = 1;
            return;
        }
        _slope = 1e9 / points[0].Frequency * (1 + DriftOf(points));
        _ticksAt = points[0].Ticks;
        long[] offsets = [.. points.Select(point => UnixNanoseconds(point.Utc) - (long)((point.Ticks - _ticksAt) * _slope))];
        Array.Sort(offsets);
        _at = offsets[offsets.Length / 2];
        Uncertainty = (long)(points.Select(point => point.Uncertainty).Order().ElementAt(points.Length / 2) * _slope) + NanosecondsPerTick;
        Spread = offsets[^1] - offsets[0];
    }

    /// <summary>Whether the recording says when its events were; otherwise times count from the stopwatch's zero.</summary>
    internal bool IsKnown { get; }

    /// <summary>By how many nanoseconds the times may be off from the machine's clock, as far as reading it goes.</summary>
    internal long Uncertainty { get; }

    /// <summary>By how many nanoseconds the machine's clock moved against the line: it was slewed or set.</summary>
    internal long Spread { get; }

    /// <summary>When the stopwatch showed so much, in nanoseconds since 1970-01-01T00:00:00 UTC.</summary>
    internal long TimeOf(long ticks) => _at + (long)((ticks - _ticksAt) * _slope);

    internal static long UnixNanoseconds(DateTime utc) => (utc.Ticks - DateTime.UnixEpoch.Ticks) * NanosecondsPerTick;

    /// <summary>A time for a person.</summary>
    internal static DateTime ToUtc(long time) => DateTime.UnixEpoch.AddTicks(Math.Clamp(time / NanosecondsPerTick, 0, (DateTime.MaxValue - DateTime.UnixEpoch).Ticks));

    // Of thirds of the run, because one reading may be far off; 0 where the run is short or the clock was set.
    private static double DriftOf(ClockBlock[] points)
    {
        double frequency = points[0].Frequency;
        if ((points[^1].Ticks - points[0].Ticks) / frequency * 1e9 < LongRun || points.Length < 3) return 0;
        ClockBlock[] first = points[..(points.Length / 3)], last = points[^(points.Length / 3)..];
        (ClockBlock from, ClockBlock to) = (first[first.Length / 2], last[last.Length / 2]);
        double passed = (to.Ticks - from.Ticks) / frequency;
        double drift = passed > 0 ? (to.Utc - from.Utc).TotalSeconds / passed - 1 : 0;
        return Math.Abs(drift) <= MostDrift ? drift : 0;
    }
}
