using System.Numerics;

namespace Weft.Queues;

/// <summary>Spans that are added at one end and removed at either.</summary>
internal struct SpanRing
{
    private const int LeastLength = 8; // a power of two

    private ulong[] _spans = new ulong[LeastLength];
    private int _first; // where the oldest is

    public SpanRing()
    {
    }

    /// <summary>The number of spans.</summary>
    internal int Count { get; private set; }

    /// <summary>The span at an index from the oldest on.</summary>
    internal readonly ulong this[int index] => _spans[(_first + index) & (_spans.Length - 1)];

    internal void Add(ulong span)
    {
        if (Count == _spans.Length) Grow(Count + 1);
        _spans[(_first + Count) & (_spans.Length - 1)] = span;
        Count++;
    }

    internal ulong RemoveFirst()
    {
        ulong span = _spans[_first];
        _first = (_first + 1) & (_spans.Length - 1);
        Count--;
        return span;
    }

    internal ulong RemoveLast()
    {
        Count--;
        return this[Count];
    }

    internal void Clear() => Count = 0;

    private void Grow(int least)
    {
        var larger = new ulong[(int)BitOperations.RoundUpToPowerOf2((uint)least)];
        for (int i = 0; i < Count; i++) larger[i] = this[i];
        (_spans, _first) = (larger, 0);
    }
}
