using System.Runtime.CompilerServices;
using Weft.Capture;

namespace Weft.Flows;

/// <summary>Root spans for a sequence whose length is not known before its end.</summary>
// Design: spans are reserved in runs that grow, so that a short sequence wastes few and a long one writes few rows.
internal struct GrowingRoots(int source)
{
    private const int FirstReserve = 16;
    private const int GreatestReserve = 1 << 16;

    private readonly int _source = source;
    private ulong _next;     // next root span
    private int _left;       // root spans left of the reserve
    private int _reserve;    // size of the reserve
    private long _reserved;  // records before the reserve

    /// <summary>The span of the next record.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // one a record where a sequence enters
    internal ulong Next()
    {
        if (_left == 0) Reserve();
        _left--;
        return _next++;
    }

    /// <summary>Says that no more records come.</summary>
    internal void End()
    {
        if (_reserve > 0) Recorder.RootEnd(_next - (uint)(_reserve - _left), _reserve - _left);
        _reserve = 0;
        _left = 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Reserve()
    {
        _reserved += _reserve;
        _reserve = _reserve == 0 ? FirstReserve : Math.Min(_reserve * 2, GreatestReserve);
        _next = Recorder.RootOpen(_source, _reserved, _reserve);
        _left = _reserve;
    }
}
