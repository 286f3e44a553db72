using System.Buffers;
using Weft.Capture;

namespace Weft.Flows.Grouping;

/// <summary>Collects the members of groups in order of arrival, and renumbers their spans group by group.</summary>
internal sealed class MemberSpans : IDisposable
{
    private readonly GroupOrdinals _ordinals = new();
    private int[] _memberOrdinals = ArrayPool<int>.Shared.Rent(64); // by arrival
    private ulong[] _memberSpans = ArrayPool<ulong>.Shared.Rent(64);
    private int _count;
    private object? _lastGroup;
    private int _lastOrdinal;

    internal void Add(object group, bool isNew, ulong span)
    {
        if (isNew)
        {
            _lastGroup = group;
            _lastOrdinal = _ordinals.Count;
            _ordinals.Add(group);
        }
        else if (!ReferenceEquals(group, _lastGroup))
        {
            _lastGroup = group;
            _lastOrdinal = _ordinals.Find(group);
        }
        if (_count == _memberOrdinals.Length || _count == _memberSpans.Length) Grow();
        _memberOrdinals[_count] = _lastOrdinal;
        _memberSpans[_count++] = span;
    }

    /// <summary>The spans group by group: as they are when that makes them consecutive, else under aliases that are.</summary>
    internal GroupSpans ToGroupSpans(int site, int inputStep)
    {
        int step = Steps.Intern(site, inputStep);
        var starts = new int[_ordinals.Count + 1];
        for (int i = 0; i < _count; i++) starts[_memberOrdinals[i] + 1]++;
        for (int ordinal = 1; ordinal < starts.Length; ordinal++) starts[ordinal] += starts[ordinal - 1];

        var grouped = new ulong[_count];
        var next = starts.AsSpan(0, _ordinals.Count).ToArray();
        for (int i = 0; i < _count; i++) grouped[next[_memberOrdinals[i]]++] = _memberSpans[i];

        ulong first = IsConsecutive(grouped) ? grouped.Length == 0 ? 0 : grouped[0] : Recorder.Alias(step, grouped, grouped.Length);
        return new GroupSpans(_ordinals, starts, first, inputStep, step);
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_memberOrdinals);
        ArrayPool<ulong>.Shared.Return(_memberSpans);
        _memberOrdinals = [];
        _memberSpans = [];
    }

    private void Grow()
    {
        Grow(ref _memberOrdinals);
        Grow(ref _memberSpans);
    }

    private void Grow<T>(ref T[] array)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(_count * 2);
        array.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }

    private static bool IsConsecutive(ulong[] spans)
    {
        for (int i = 1; i < spans.Length; i++)
        {
            if (spans[i] != spans[0] + (uint)i) return false;
        }
        return true;
    }
}
