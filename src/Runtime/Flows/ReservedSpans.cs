using Weft.Capture;

namespace Weft.Flows;

/// <summary>Spans that are given out one at a time before what they follow from is known, and told all at once.</summary>
internal sealed class ReservedSpans
{
    private const int FirstReserve = 16;
    private const int GreatestReserve = 1 << 16;

    private readonly List<(ulong First, int Count)> _ranges = [];
    private ulong _next;
    private int _left;  // of the last range

    /// <summary>The ranges given out, in order.</summary>
    internal IEnumerable<(ulong First, int Count)> Used
    {
        get
        {
            for (int i = 0; i < _ranges.Count; i++) yield return i < _ranges.Count - 1 ? _ranges[i] : (_ranges[i].First, _ranges[i].Count - _left);
        }
    }

    /// <summary>The next span.</summary>
    internal ulong Next()
    {
        if (_left == 0)
        {
            _left = _ranges.Count == 0 ? FirstReserve : Math.Min(_ranges[^1].Count * 2, GreatestReserve);
            _next = Recorder.ReserveSpans(_left);
            _ranges.Add((_next, _left));
        }
        _left--;
        return _next++;
    }
}
