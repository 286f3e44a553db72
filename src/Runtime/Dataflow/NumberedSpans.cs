namespace Weft.Dataflow;

/// <summary>Spans of messages by their number in a queue.</summary>
/// <param name="areAscending">Whether they are put in ascending order; else a number may still be put when higher ones were.</param>
// Design: a ring over the numbers that are waited for. A number that was never put (of a message that code which is not woven sent) is a hole, like one that was taken.
internal sealed class NumberedSpans(bool areAscending = true)
{
    private readonly Lock _gate = new();
    private ulong[] _spans = new ulong[16]; // a power of two; 0 is none
    private long _first;                    // no lower number has a span

    /// <summary>Says which span the message with a number has.</summary>
    internal void Put(long number, ulong span)
    {
        lock (_gate)
        {
            while (number - _first >= _spans.Length)
            {
                if (areAscending && _spans[At(_first)] == 0) _first++;
                else Grow();
            }
            if (number >= _first) _spans[At(number)] = span;
        }
    }

    /// <summary>The span of a message; 0 when nothing is known of it.</summary>
    internal ulong Find(long number)
    {
        lock (_gate) return Has(number) ? _spans[At(number)] : 0;
    }

    /// <summary>As <see cref="Find"/>; nobody asks for it again.</summary>
    internal ulong Take(long number)
    {
        lock (_gate)
        {
            if (!Has(number)) return 0;
            ref ulong span = ref _spans[At(number)];
            ulong taken = span;
            span = 0;
            return taken;
        }
    }

    /// <summary>Nobody asks for a number below <paramref name="number"/> again.</summary>
    internal void Forget(long number)
    {
        lock (_gate)
        {
            if (number - _first > _spans.Length)
            {
                Array.Clear(_spans);
                _first = number;
            }
            while (_first < number) _spans[At(_first++)] = 0;
        }
    }

    private bool Has(long number) => number >= _first && number - _first < _spans.Length;

    private int At(long number) => (int)number & (_spans.Length - 1);

    private void Grow()
    {
        ulong[] spans = _spans;
        long first = _first;
        _spans = new ulong[2 * spans.Length];
        for (int i = 0; i < spans.Length; i++) _spans[At(first + i)] = spans[(int)(first + i) & (spans.Length - 1)];
    }
}
