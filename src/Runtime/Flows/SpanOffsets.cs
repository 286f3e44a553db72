using System.Runtime.CompilerServices;

namespace Weft.Flows;

/// <summary>The spans of the records of one run, as offsets from one of them: half as wide where records move with their spans, as through PLINQ's buffers or into groups.</summary>
// Design: the records of a run were entered or derived one soon after the other, so that their spans are near. One that is not is kept in a list, and its
// place there is its offset, above those of the others.
internal sealed class SpanOffsets
{
    private const int Limit = 1 << 30; // of the distance of a near span from the base

    private const ulong Unset = 3ul << 62; // to which no span is near

    private readonly Lock _gate = new();
    private ulong _base = Unset; // the first span of the run
    private ulong[] _far = [];
    private int _farCount;

    /// <summary>The offset that stands for a span.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // once a record
    internal int OffsetOf(ulong span)
    {
        long offset = (long)(span - _base);
        return offset is >= -Limit and < Limit ? (int)offset : OffsetOfOther(span);
    }

    /// <summary>The span that an offset stands for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong SpanAt(int offset) => offset < Limit ? _base + (ulong)offset : Volatile.Read(ref _far)[offset - Limit];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int OffsetOfOther(ulong span)
    {
        lock (_gate)
        {
            if (_base == Unset) _base = span;
            long offset = (long)(span - _base);
            if (offset is >= -Limit and < Limit) return (int)offset;
            if (_farCount == _far.Length)
            {
                ulong[] longer = new ulong[Math.Max(64, 2 * _far.Length)];
                _far.CopyTo(longer, 0);
                Volatile.Write(ref _far, longer);
            }
            _far[_farCount] = span;
            return Limit + _farCount++;
        }
    }
}

/// <summary>A record with the offset of its span.</summary>
/// <param name="Value">The record.</param>
/// <param name="Offset">Its span's in the <see cref="SpanOffsets"/> of the run.</param>
internal readonly record struct OffsetRecord<T>(T Value, int Offset);
