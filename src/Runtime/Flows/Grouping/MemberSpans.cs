using System.Buffers;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Weft.Capture;

namespace Weft.Flows.Grouping;

/// <summary>Collects the members of groups in order of arrival, and renumbers their spans group by group.</summary>
// Design: three costs are avoided where they can be. Records that arrive grouped (a file sorted by key) with consecutive spans are not written
// down at all. Scattered ones cost four bytes each, their group's ordinal, as long as their spans are consecutive (a source), else twelve. And
// the spans are put in the order of the groups by the writer, not here.
internal sealed class MemberSpans<TKey, TElement> : IDisposable
{
    private const int LeastLength = 64;

    private readonly GroupOrdinals<TKey, TElement> _ordinals = new();
    private object? _lastGroup;
    private int _lastOrdinal;
    private int _count;
    private ulong _first;               // span of the first member
    private ulong _next;                // the span that would keep them consecutive
    private int[]? _memberOrdinals;     // by arrival; null while members arrive group by group
    private ulong[]? _memberSpans;      // by arrival; null while spans are consecutive

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // once a record in the loop that groups
    internal void Add(object group, bool isNew, ulong span)
    {
        if (!ReferenceEquals(group, _lastGroup)) MoveTo(group, isNew);
        int count = _count;
        if (span != _next || _memberSpans is not null)
        {
            AddSpan(span);
        }
        else _next = span + 1;
        if (_memberOrdinals is { } ordinals)
        {
            if ((uint)count < (uint)ordinals.Length) ordinals[count] = _lastOrdinal;
            else AddOrdinal();
        }
        _count = count + 1;
    }

    /// <summary>The spans group by group: as they are when that makes them consecutive, else under aliases that are.</summary>
    internal GroupSpans<TKey, TElement> ToGroupSpans(int site, int inputStep)
    {
        int step = Steps.Intern(site, inputStep);
        int[] starts = Starts();
        ulong first = _first;
        if (_memberOrdinals is not null || _memberSpans is not null)
        {
            first = Recorder.Alias(step, new GroupedSpans(_memberOrdinals ?? ArrivalOrdinals(_count), _memberSpans, _first, starts, _count));
            _memberOrdinals = null; // the recorder's now
            _memberSpans = null;
        }
        return new GroupSpans<TKey, TElement>(_ordinals, starts, first, inputStep, step);
    }

    public void Dispose()
    {
        if (_memberOrdinals is { } ordinals) ArrayPool<int>.Shared.Return(ordinals);
        if (_memberSpans is { } spans) ArrayPool<ulong>.Shared.Return(spans);
        _memberOrdinals = null;
        _memberSpans = null;
    }

    // The member is not counted yet, but LINQ's group has it already.
    private void MoveTo(object group, bool isNew)
    {
        _lastGroup = group;
        if (isNew)
        {
            _lastOrdinal = _ordinals.Count;
            _ordinals.Add(group);
            return;
        }
        _lastOrdinal = _ordinals.Find(group);
        _memberOrdinals ??= ArrivalOrdinals(_count, excess: _lastOrdinal);
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
        if (_memberSpans is null)
        {
            _memberSpans = ArrayPool<ulong>.Shared.Rent(Math.Max(LeastLength, _count * 2));
            for (int i = 0; i < _count; i++) _memberSpans[i] = _first + (uint)i;
        }
        else if (_count == _memberSpans.Length) Grow(ref _memberSpans);
        _memberSpans[_count] = span;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddOrdinal()
    {
        Grow(ref _memberOrdinals!);
        _memberOrdinals[_count] = _lastOrdinal;
    }

    // The ordinals of members that arrived group by group. One group may have a member in excess, which is not counted yet.
    private int[] ArrivalOrdinals(int count, int excess = -1)
    {
        int[] ordinals = ArrayPool<int>.Shared.Rent(Math.Max(LeastLength, count * 2));
        int member = 0;
        for (int ordinal = 0; ordinal < _ordinals.Count; ordinal++)
        {
            int size = _ordinals.SizeOf(ordinal) - (ordinal == excess ? 1 : 0);
            ordinals.AsSpan(member, size).Fill(ordinal);
            member += size;
        }
        Debug.Assert(member == count);
        return ordinals;
    }

    // Index of the first member of each group, and behind the last group the number of all members.
    private int[] Starts()
    {
        var starts = new int[_ordinals.Count + 1];
        for (int ordinal = 0; ordinal < _ordinals.Count; ordinal++) starts[ordinal + 1] = starts[ordinal] + _ordinals.SizeOf(ordinal);
        return starts;
    }

    private void Grow<T>(ref T[] array)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(_count * 2);
        array.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }
}
