namespace Weft.Store.Events.Clocks;

/// <summary>How far a process's time is moved to be beside another's, and how sure that is.</summary>
/// <param name="At">Nanoseconds since 1970, where the drift counts from.</param>
/// <param name="Offset">Nanoseconds to add there.</param>
/// <param name="Drift">Nanoseconds to add for each nanosecond since.</param>
/// <param name="Uncertainty">By how many nanoseconds it may be off; null where nothing but the machines' clocks tells.</param>
/// <param name="Messages">The messages that it was found by.</param>
/// <param name="Contradiction">By how many nanoseconds the messages contradict each other, whatever the clocks show; 0 where they do not.</param>
internal readonly record struct ClockShift(long At, long Offset, double Drift, long? Uncertainty, long Messages, long Contradiction = 0)
{
    private const double MostDrift = 1e-3;
    private const int Steps = 200; // of a search that leaves two thirds at each

    /// <summary>A time of the process, moved.</summary>
    internal long Move(long time) => time + Offset + (long)((time - At) * Drift);

    /// <summary>The shift that bounds leave.</summary>
    /// <param name="lower">At a time, the least that the shift can be there: what was received was sent before.</param>
    /// <param name="upper">At a time, the greatest.</param>
    /// <param name="isSameClock">Whether both processes read the same machine's clock, so that a shift of 0 is the best guess.</param>
    /// <param name="clocks">By how many nanoseconds reading the clocks may be off.</param>
    /// <param name="messages">The number of messages.</param>
    internal static ClockShift Between(IReadOnlyList<(long Time, long Value)> lower, IReadOnlyList<(long Time, long Value)> upper, bool isSameClock, long clocks, long messages)
    {
        if (lower.Count == 0 && upper.Count == 0) return new ClockShift(0, 0, 0, isSameClock ? clocks : null, 0);
        long least = lower.Count == 0 ? long.MinValue : lower.Max(point => point.Value);
        long most = upper.Count == 0 ? long.MaxValue : upper.Min(point => point.Value);
        if (least > most) return Drifting(lower, upper, messages);

        bool isBounded = lower.Count > 0 && upper.Count > 0;
        long nearest = Math.Clamp(0, least, most);
        if (isSameClock && Math.Abs(nearest) <= clocks) return new ClockShift(0, nearest, 0, clocks, messages);
        return new ClockShift(0, isBounded ? least + (most - least) / 2 : nearest, 0, isBounded ? (most - least + 1) / 2 : null, messages);
    }

    // Over a long time no single shift fits. For a drift b the bounds leave the gap between the least upper and the greatest lower one, both less b times their time: a concave
    // function of b, whose top is searched for.
    private static ClockShift Drifting(IReadOnlyList<(long Time, long Value)> lower, IReadOnlyList<(long Time, long Value)> upper, long messages)
    {
        long at = lower.Concat(upper).Min(point => point.Time);
        (double from, double to) = (-MostDrift, MostDrift);
        for (int i = 0; i < Steps; i++)
        {
            double left = from + (to - from) / 3, right = to - (to - from) / 3;
            if (Gap(left) < Gap(right)) from = left;
            else to = right;
        }
        double drift = (from + to) / 2;
        double gap = Gap(drift);
        double least = lower.Max(point => point.Value - drift * (point.Time - at));
        return new ClockShift(at, (long)(least + gap / 2), drift, (long)Math.Ceiling(Math.Abs(gap) / 2), messages, gap < -1 ? (long)-gap : 0);

        double Gap(double b) => upper.Min(point => point.Value - b * (point.Time - at)) - lower.Max(point => point.Value - b * (point.Time - at));
    }
}
