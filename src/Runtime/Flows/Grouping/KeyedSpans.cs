using System.Runtime.CompilerServices;
using Weft.Capture;

namespace Weft.Flows.Grouping;

/// <summary>Collects the spans of records that are folded by key, in order of arrival, and renumbers them key by key.</summary>
// Design: as MemberSpans, of which this is the part that needs no lookup: a key's ordinal is known as its record arrives. Records that arrive
// key by key with consecutive spans are not written down.
internal sealed class KeyedSpans : IDisposable
{
    private readonly List<int> _sizes = []; // records of each key, by ordinal
    private int _count;
    private int[]? _ordinals;      // of each record, by arrival; null while records arrive key by key
    private ArrivalSpans _spans;

    /// <summary>The number of keys.</summary>
    internal int Count => _sizes.Count;

    /// <summary>Adds a record of the key with this ordinal, which is <see cref="Count"/> for a new key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // once a record in the loop that folds
    internal void Add(int ordinal, ulong span)
    {
        if (_ordinals is null && ordinal < _sizes.Count - 1) StartOrdinals();
        if (ordinal == _sizes.Count) _sizes.Add(0);
        _sizes[ordinal]++;
        _spans.Add(_count, span);
        if (_ordinals is not null) AddOrdinal(ordinal);
        _count++;
    }

    /// <summary>The spans key by key, as they are when that makes them consecutive, else under aliases that are.</summary>
    internal GroupSpans Complete(int site, int inputStep)
    {
        int step = Steps.Intern(site, inputStep);
        var starts = new int[_sizes.Count + 1];
        for (int i = 0; i < _sizes.Count; i++) starts[i + 1] = starts[i] + _sizes[i];
        ulong first = _spans.First;
        if (_ordinals is not null || _spans.Scattered is not null)
        {
            if (_ordinals is null) StartOrdinals();
            first = Recorder.Alias(step, new GroupedSpans(_ordinals!, null, _spans.Take(), first, starts, _count));
            _ordinals = null; // the recorder's now
        }
        return new GroupSpans(starts, first, inputStep, step);
    }

    public void Dispose()
    {
        RentedArray.Return(_ordinals);
        _ordinals = null;
        _spans.Release();
    }

    // Writes down the records so far, which arrived key by key.
    private void StartOrdinals()
    {
        _ordinals = RentedArray.RentFor<int>(_count);
        int record = 0;
        for (int ordinal = 0; ordinal < _sizes.Count; ordinal++)
        {
            _ordinals.AsSpan(record, _sizes[ordinal]).Fill(ordinal);
            record += _sizes[ordinal];
        }
    }

    private void AddOrdinal(int ordinal)
    {
        if (_count == _ordinals!.Length) RentedArray.Grow(ref _ordinals, _count);
        _ordinals[_count] = ordinal;
    }
}
