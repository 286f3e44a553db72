namespace Weft.Store.Events.Clocks;

/// <summary>Bounds that messages in one direction set on how far two clocks are apart, the tightest for each stretch of time.</summary>
// Design: a stretch doubles when there are too many, so that millions of messages take no more room than thousands; a bound keeps the time it was at.
internal sealed class Bounds
{
    private const int MostStretches = 1 << 12;
    private const int FirstShift = 20; // a stretch of about a millisecond

    private Dictionary<long, (long Time, long Value)> _byStretch = [];
    private int _shift = FirstShift;

    /// <summary>The number of messages.</summary>
    internal long Count { get; private set; }

    /// <summary>The greatest bounds: when, by the clock that is to be placed, and how much.</summary>
    internal IEnumerable<(long Time, long Value)> Points => _byStretch.Values;

    /// <summary>Takes a bound from below.</summary>
    internal void Add(long time, long value)
    {
        Count++;
        Put(time, value);
        if (_byStretch.Count <= MostStretches) return;
        _shift++;
        Dictionary<long, (long Time, long Value)> finer = _byStretch;
        _byStretch = [];
        foreach ((long at, long bound) in finer.Values) Put(at, bound);
    }

    private void Put(long time, long value)
    {
        long stretch = time >> _shift;
        if (!_byStretch.TryGetValue(stretch, out (long Time, long Value) known) || value > known.Value) _byStretch[stretch] = (time, value);
    }
}
