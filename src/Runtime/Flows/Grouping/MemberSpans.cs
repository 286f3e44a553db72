using System.Buffers;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Weft.Capture;

namespace Weft.Flows.Grouping;

/// <summary>Notes which groups the members of a lookup come to, while it is built, and renumbers their spans group by group.</summary>
// Design: three costs are avoided where they can be. Records that arrive grouped (a file sorted by key) with consecutive spans are not written
// down at all. Scattered ones cost four bytes each, the hash code of their key, as long as their spans are consecutive (a source), else twelve. And
// which group a hash code is of, and what order that makes of the spans, the writer finds out, not the loop here. Only where two groups have the
// same hash code the ordinal of each member's group is looked up at once.
internal sealed class MemberSpans<TKey, TElement>(Lookup<TKey, TElement> lookup) : IDisposable
{
    private object? _lastGroup;         // while members arrive group by group
    private int _count;
    private int[]? _arrivals;           // the group of each member, by arrival: its hash code, or its ordinal if hash codes are shared; null while members arrive group by group
    private HashedOrdinals? _hashed;    // with _arrivals
    private Dictionary<object, int>? _sharing; // the ordinals of groups whose hash code is that of a group before; null when there is none

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // once a record in the loop that groups
    internal void Add(object group, bool isNew)
    {
        if (isNew) AddGroup(group);
        else if (_arrivals is null && !ReferenceEquals(group, _lastGroup)) LeaveOrder(group);
        int count = _count;
        if (_arrivals is { } arrivals)
        {
            if ((uint)count < (uint)arrivals.Length && _sharing is null) arrivals[count] = (int)HashCode(group);
            else AddArrival(group);
        }
        _count = count + 1;
    }

    /// <summary>The spans group by group, as they are when that makes them consecutive, else under aliases that are; and the groups, if they are asked for.</summary>
    /// <param name="spans">The members' spans in order of arrival, with the step by which they came to the grouping operator.</param>
    /// <param name="site">The grouping operator's site.</param>
    /// <param name="groups">Takes the groups.</param>
    internal GroupSpans Complete(SpanColumn spans, int site, GroupTable<TKey, TElement>? groups)
    {
        int step = Steps.Intern(site, spans.Step);
        var starts = new int[lookup.Count + 1]; // behind the last group the number of all members
        int ordinal = 0;
        foreach (IGrouping<TKey, TElement> group in lookup)
        {
            starts[ordinal + 1] = starts[ordinal] + LookupInternals<TKey, TElement>.Count(group);
            groups?.Add(group);
            ordinal++;
        }
        bool areConsecutive = spans.TryGetRange(0, _count, out ulong first);
        if (_arrivals is not null || !areConsecutive)
        {
            if (_arrivals is null) StartArrivals();
            HashedOrdinals? hashed = _hashed;
            if (_sharing is not null)
            {
                _hashed!.Release();
                hashed = null;
            }
            first = Recorder.Alias(step, new GroupedSpans(_arrivals!, hashed, areConsecutive ? null : Rented(spans), first, starts, _count));
            _arrivals = null; // the recorder's now
            _hashed = null;
        }
        return new GroupSpans(starts, first, spans.Step, step);
    }

    public void Dispose()
    {
        RentedArray.Return(_arrivals);
        _hashed?.Release();
        _arrivals = null;
        _hashed = null;
    }

    private ulong[] Rented(SpanColumn spans)
    {
        ulong[] copy = ArrayPool<ulong>.Shared.Rent(_count);
        spans.CopyTo(0, copy.AsSpan(0, _count));
        return copy;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddGroup(object group)
    {
        if (_arrivals is null)
        {
            _lastGroup = group;
            return;
        }
        if (_hashed!.TryAdd(HashCode(group), lookup.Count - 1)) return;
        if (_sharing is null)
        {
            _sharing = new(ReferenceEqualityComparer.Instance);
            foreach (ref int arrival in _arrivals.AsSpan(0, _count)) arrival = _hashed.First((uint)arrival, out _);
        }
        _sharing.Add(group, lookup.Count - 1);
    }

    // The member is not counted yet, but LINQ's group has it already.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LeaveOrder(object group)
    {
        _lastGroup = null;
        StartArrivals(excess: group);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddArrival(object group)
    {
        if (_count == _arrivals!.Length) RentedArray.Grow(ref _arrivals, _count);
        _arrivals[_count] = _sharing is null ? (int)HashCode(group) : OrdinalOf(group);
    }

    private int OrdinalOf(object group)
    {
        int first = _hashed!.First(HashCode(group), out bool isShared);
        return isShared && _sharing!.TryGetValue(group, out int ordinal) ? ordinal : first;
    }

    // Writes down the members so far, which arrived group by group. One group may have a member in excess, which is not counted yet.
    private void StartArrivals(object? excess = null)
    {
        _hashed = new HashedOrdinals();
        int ordinal = 0;
        foreach (IGrouping<TKey, TElement> group in lookup)
        {
            if (!_hashed.TryAdd(HashCode(group), ordinal)) (_sharing ??= new(ReferenceEqualityComparer.Instance)).Add(group, ordinal);
            ordinal++;
        }
        _arrivals = RentedArray.RentFor<int>(_count);
        int member = 0;
        foreach (IGrouping<TKey, TElement> group in lookup)
        {
            int size = LookupInternals<TKey, TElement>.Count(group) - (ReferenceEquals(group, excess) ? 1 : 0);
            _arrivals.AsSpan(member, size).Fill(_sharing is null ? (int)HashCode(group) : OrdinalOf(group));
            member += size;
        }
        Debug.Assert(member == _count);
    }

    private static uint HashCode(object group) => (uint)LookupInternals<TKey, TElement>.HashCode(group);
}
