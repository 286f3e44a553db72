using System.Buffers;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Weft.Capture;

namespace Weft.Flows.Grouping;

/// <summary>Collects the members of groups in order of arrival, and renumbers their spans group by group.</summary>
// Design: records that arrive grouped already (a file sorted by key) with consecutive spans need no renumbering: then only the sizes of the groups
// are counted. The first record that breaks this order makes the arrival of every record be remembered.
internal sealed class MemberSpans<TKey, TElement> : IDisposable
{
    private readonly GroupOrdinals<TKey, TElement> _ordinals = new();
    private object? _lastGroup;
    private int _lastOrdinal;

    private bool _scattered;                // whether the two arrays below are in use
    private int[] _memberOrdinals = [];     // by arrival
    private ulong[] _memberSpans = [];
    private int _count;
    private ulong _first;                   // span of the first member
    private ulong _next;                    // the span that would keep them consecutive

    internal void Add(object group, bool isNew, ulong span)
    {
        if (isNew) AddGroup(group);
        else if (!ReferenceEquals(group, _lastGroup))
        {
            _lastGroup = group;
            _lastOrdinal = _ordinals.Find(group);
        }
        if (!_scattered)
        {
            if (span == _next && _lastOrdinal == _ordinals.Count - 1)
            {
                _next++;
                _count++;
                return;
            }
            if (!Scatter(span)) return;
        }
        if (_count == _memberOrdinals.Length || _count == _memberSpans.Length) Grow(_count * 2);
        _memberOrdinals[_count] = _lastOrdinal;
        _memberSpans[_count++] = span;
    }

    /// <summary>The spans group by group: as they are when that makes them consecutive, else under aliases that are.</summary>
    internal GroupSpans<TKey, TElement> ToGroupSpans(int site, int inputStep)
    {
        int step = Steps.Intern(site, inputStep);
        int[] starts = Starts();
        ulong first = _scattered ? Recorder.Alias(step, Grouped(starts), _count) : _first;
        return new GroupSpans<TKey, TElement>(_ordinals, starts, first, inputStep, step);
    }

    public void Dispose()
    {
        if (_memberOrdinals.Length > 0) ArrayPool<int>.Shared.Return(_memberOrdinals);
        if (_memberSpans.Length > 0) ArrayPool<ulong>.Shared.Return(_memberSpans);
        _memberOrdinals = [];
        _memberSpans = [];
    }

    private void AddGroup(object group)
    {
        _lastGroup = group;
        _lastOrdinal = _ordinals.Count;
        _ordinals.Add(group);
    }

    // Index of the first member of each group, and behind the last group the number of all members.
    private int[] Starts()
    {
        var starts = new int[_ordinals.Count + 1];
        for (int ordinal = 0; ordinal < _ordinals.Count; ordinal++) starts[ordinal + 1] = starts[ordinal] + _ordinals.SizeOf(ordinal);
        return starts;
    }

    private ulong[] Grouped(int[] starts)
    {
        ulong[] grouped = ArrayPool<ulong>.Shared.Rent(_count); // the writer gives it back
        for (int i = 0; i < _count; i++) grouped[starts[_memberOrdinals[i]]++] = _memberSpans[i];
        // Each start has moved to the next group's.
        for (int ordinal = _ordinals.Count - 1; ordinal > 0; ordinal--) starts[ordinal] = starts[ordinal - 1];
        starts[0] = 0;
        return grouped;
    }

    // Writes down the members so far; false when the order holds after all: at the first member. LINQ's group has the new member already.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Scatter(ulong span)
    {
        if (_count == 0)
        {
            _first = span;
            _next = span + 1;
            _count = 1;
            return false;
        }
        _scattered = true;
        Grow(Math.Max(64, _count * 2));
        int member = 0;
        for (int ordinal = 0; ordinal < _ordinals.Count; ordinal++)
        {
            int size = _ordinals.SizeOf(ordinal) - (ordinal == _lastOrdinal ? 1 : 0);
            for (int i = 0; i < size; i++)
            {
                _memberOrdinals[member] = ordinal;
                _memberSpans[member] = _first + (uint)member;
                member++;
            }
        }
        Debug.Assert(member == _count);
        return true;
    }

    private void Grow(int length)
    {
        Grow(ref _memberOrdinals, length);
        Grow(ref _memberSpans, length);
    }

    private void Grow<T>(ref T[] array, int length)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(length);
        array.AsSpan(0, Math.Min(_count, array.Length)).CopyTo(larger);
        if (array.Length > 0) ArrayPool<T>.Shared.Return(array);
        array = larger;
    }
}
