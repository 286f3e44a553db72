using System.Buffers;
using Weft.Capture;
using Weft.Flows.Grouping;

namespace Weft.Flows.Async;

/// <summary>Collects the spans of a lookup's members in order of arrival, while it is built, and renumbers them group by group.</summary>
internal sealed class AsyncLookupMembers
{
    private readonly Dictionary<object, int> _ordinals = new(ReferenceEqualityComparer.Instance);
    private readonly List<int> _sizes = [];     // members of each group
    private readonly List<int> _arrivals = [];  // ordinal of the group of each member, by arrival
    private readonly List<ulong> _spans = [];   // of each member, by arrival
    private bool _isInOrder = true;             // whether members have arrived group by group, with consecutive spans

    /// <summary>The 0-based ordinals of the groups.</summary>
    internal IReadOnlyDictionary<object, int> Ordinals => _ordinals;

    /// <summary>Notes a member of a group.</summary>
    internal void Add(object group, ulong span)
    {
        if (!_ordinals.TryGetValue(group, out int ordinal))
        {
            ordinal = _sizes.Count;
            _ordinals.Add(group, ordinal);
            _sizes.Add(0);
        }
        int last = _arrivals.Count - 1;
        if (last >= 0) _isInOrder &= ordinal >= _arrivals[last] && span == _spans[last] + 1;
        _sizes[ordinal]++;
        _arrivals.Add(ordinal);
        _spans.Add(span);
    }

    /// <summary>The spans group by group, as they are when that makes them consecutive, else under aliases that are.</summary>
    internal GroupSpans Complete(int site, int inputStep)
    {
        int step = Steps.Intern(site, inputStep);
        var starts = new int[_sizes.Count + 1];
        for (int i = 0; i < _sizes.Count; i++) starts[i + 1] = starts[i] + _sizes[i];
        ulong first = _spans.Count == 0 ? 0 : _isInOrder ? _spans[0] : Alias(step, starts);
        return new GroupSpans(starts, first, inputStep, step);
    }

    private ulong Alias(int step, int[] starts)
    {
        int[] next = [.. starts];
        ulong[] grouped = ArrayPool<ulong>.Shared.Rent(_spans.Count);
        for (int i = 0; i < _spans.Count; i++) grouped[next[_arrivals[i]]++] = _spans[i];
        return Recorder.Alias(step, new RentedSpans(grouped, _spans.Count)); // the recorder's now
    }
}
