namespace Weft.Segments;

/// <summary>Tells when an event was, from the points in time at which a recording says what the clock and the stopwatch showed.</summary>
/// <param name="points">In any order; none when the recording has no events.</param>
internal sealed class EventClock(IEnumerable<ClockBlock> points)
{
    private readonly ClockBlock[] _points = [.. points.OrderBy(point => point.Ticks)];

    /// <summary>The time of an event, UTC; null when the recording does not say. Between two points by proportion, beyond them by the stopwatch's frequency.</summary>
    internal DateTime? UtcOf(long ticks)
    {
        if (_points.Length == 0) return null;
        int after = Array.FindIndex(_points, point => point.Ticks >= ticks);
        if (after <= 0)
        {
            ClockBlock nearest = after < 0 ? _points[^1] : _points[0];
            return Shifted(nearest.Utc, (double)(ticks - nearest.Ticks) / nearest.Frequency * TimeSpan.TicksPerSecond);
        }
        (ClockBlock left, ClockBlock right) = (_points[after - 1], _points[after]);
        return Shifted(left.Utc, (double)(ticks - left.Ticks) / (right.Ticks - left.Ticks) * (right.Utc - left.Utc).Ticks);
    }

    // A forged time may lie beyond all calendars.
    private static DateTime Shifted(DateTime time, double ticks) =>
        new((long)Math.Clamp(time.Ticks + Math.Round(ticks), DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks - 1024), DateTimeKind.Utc);
}
