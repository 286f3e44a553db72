namespace Weft.Dataflow;

/// <summary>Spans of messages by their number, which several threads put in any order.</summary>
// Design: a ring over the numbers that are waited for, as large as the widest gap between two of them.
internal sealed class ScatteredSpans
{
    private readonly Lock _gate = new();
    private ulong[] _spans = new ulong[16]; // a power of two; 0 is none
    private long _first;                    // no lower number has a span

    /// <summary>Says which span the message with a number has.</summary>
    internal void Put(long number, ulong span)
    {
        lock (_gate)
        {
            while (number - _first >= _spans.Length) Grow();
            if (number >= _first) _spans[At(number)] = span;
        }
    }

    /// <summary>The span of a message; 0 when nothing is known of it.</summary>
    internal ulong Find(long number)
    {
        lock (_gate) return number >= _first && number - _first < _spans.Length ? _spans[At(number)] : 0;
    }

    /// <summary>Nobody asks for a number below <paramref name="number"/> again.</summary>
    internal void Forget(long number)
    {
        lock (_gate)
        {
            while (_first < number) _spans[At(_first++)] = 0;
        }
    }

    private int At(long number) => (int)number & (_spans.Length - 1);

    private void Grow()
    {
        ulong[] spans = _spans;
        long first = _first;
        _spans = new ulong[2 * spans.Length];
        for (int i = 0; i < spans.Length; i++) _spans[At(first + i)] = spans[(int)(first + i) & (spans.Length - 1)];
    }
}
