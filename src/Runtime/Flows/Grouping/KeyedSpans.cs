using System.Buffers;
using System.Runtime.CompilerServices;
using Weft.Capture;

namespace Weft.Flows.Grouping;

/// <summary>Collects the spans of records that are folded by key, in order of arrival, and renumbers them key by key.</summary>
// Design: as MemberSpans, of which this is the part that needs no lookup: a key's ordinal is known as its record arrives. Records that arrive
// key by key with consecutive spans are not written down.
internal sealed class KeyedSpans : IDisposable
{
    private const int LeastLength = 64;

    private readonly List<int> _sizes = []; // records of each key, by ordinal
    private int _count;
    private ulong _first;          // span of the first record
    private ulong _next;           // the span that would keep them consecutive
    private int[]? _ordinals;      // of each record, by arrival; null while records arrive key by key
    private ulong[]? _spans;       // by arrival; null while spans are consecutive

    /// <summary>The number of keys.</summary>
    internal int Count => _sizes.Count;

    /// <summary>Adds a record of the key with this ordinal, which is <see cref="Count"/> for a new key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // once a record in the loop that folds
    internal void Add(int ordinal, ulong span)
    {
        if (_ordinals is null && ordinal < _sizes.Count - 1) StartOrdinals();
        if (ordinal == _sizes.Count) _sizes.Add(0);
        _sizes[ordinal]++;
        if (span != _next || _spans is not null) AddSpan(span);
        else _next = span + 1;
        if (_ordinals is not null) AddOrdinal(ordinal);
        _count++;
    }

    /// <summary>The spans key by key, as they are when that makes them consecutive, else under aliases that are.</summary>
    internal GroupSpans Complete(int site, int inputStep)
    {
        int step = Steps.Intern(site, inputStep);
        var starts = new int[_sizes.Count + 1];
        for (int i = 0; i < _sizes.Count; i++) starts[i + 1] = starts[i] + _sizes[i];
        ulong first = _first;
        if (_ordinals is not null || _spans is not null)
        {
            if (_ordinals is null) StartOrdinals();
            first = Recorder.Alias(step, new GroupedSpans(_ordinals!, null, _spans, _first, starts, _count));
            _ordinals = null; // the recorder's now
            _spans = null;
        }
        return new GroupSpans(starts, first, inputStep, step);
    }

    public void Dispose()
    {
        if (_ordinals is { } ordinals) ArrayPool<int>.Shared.Return(ordinals);
        if (_spans is { } spans) ArrayPool<ulong>.Shared.Return(spans);
        _ordinals = null;
        _spans = null;
    }

    // Writes down the records so far, which arrived key by key.
    private void StartOrdinals()
    {
        _ordinals = ArrayPool<int>.Shared.Rent(Math.Max(LeastLength, _count * 2));
        int record = 0;
        for (int ordinal = 0; ordinal < _sizes.Count; ordinal++)
        {
            _ordinals.AsSpan(record, _sizes[ordinal]).Fill(ordinal);
            record += _sizes[ordinal];
        }
    }

    private void AddOrdinal(int ordinal)
    {
        if (_count == _ordinals!.Length) Grow(ref _ordinals);
        _ordinals[_count] = ordinal;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddSpan(ulong span)
    {
        if (_count == 0)
        {
            _first = span;
            _next = span + 1;
            return;
        }
        if (_spans is null)
        {
            _spans = ArrayPool<ulong>.Shared.Rent(Math.Max(LeastLength, _count * 2));
            for (int i = 0; i < _count; i++) _spans[i] = _first + (uint)i;
        }
        else if (_count == _spans.Length) Grow(ref _spans);
        _spans[_count] = span;
    }

    private void Grow<T>(ref T[] array)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(_count * 2);
        array.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }
}
