using Weft.Capture;
using Weft.Flows.Grouping;

namespace Weft.Flows;

/// <summary>A set of keys that remembers every record that came with each: what an operator keeps where a result follows from all of its duplicates.</summary>
// Design: a result is handed out with its first record, and the last one is known only when the source has ended. So its span is reserved, and told
// when the enumeration ends: who asks before hears that the answer is incomplete, which it is. It calls the comparer as .NET's own set does.
internal sealed class WitnessSet<TKey>
{
    private readonly ByKey _equality;
    private readonly HashSet<Entry> _entries;
    private readonly KeyedSpans _members = new();
    private readonly ReservedSpans _children = new();
    private bool _isComplete;

    internal WitnessSet(IEqualityComparer<TKey>? comparer)
    {
        _equality = new ByKey(comparer ?? EqualityComparer<TKey>.Default);
        _entries = new HashSet<Entry>(_equality);
    }

    /// <summary>Adds a key that no record may have.</summary>
    internal void Exclude(TKey key) => _entries.Add(new Entry(key, Entry.Excluded));

    /// <summary>Takes a record: true, and the span of its result, if it is the first with its key.</summary>
    internal bool Add(TKey key, ulong span, out ulong child)
    {
        int ordinal = _members.Count;
        if (_entries.Add(new Entry(key, ordinal)))
        {
            _members.Add(ordinal, span);
            child = _children.Next();
            return true;
        }
        if (_equality.Matched != Entry.Excluded) _members.Add(_equality.Matched, span);
        child = 0;
        return false;
    }

    /// <summary>Tells what the results follow from: the records, which came by <paramref name="inputStep"/>; done once, however often it is called.</summary>
    internal void Complete(int site, int inputStep)
    {
        if (_isComplete) return;
        _isComplete = true;
        int group = 0;
        GroupSpans members = _members.Complete(site, inputStep);
        foreach ((ulong first, int count) in _children.Used)
        {
            ThreadBuffer.Current.DeriveReserved(first, members, group, count);
            group += count;
        }
    }

    private readonly record struct Entry(TKey Key, int Ordinal)
    {
        internal const int Excluded = -1;
    }

    private sealed class ByKey(IEqualityComparer<TKey> keys) : IEqualityComparer<Entry>
    {
        /// <summary>The ordinal of the key last found equal.</summary>
        internal int Matched { get; private set; }

        // A set compares what it holds with what it is asked for, in this order.
        public bool Equals(Entry held, Entry asked)
        {
            if (!keys.Equals(held.Key, asked.Key)) return false;
            Matched = held.Ordinal;
            return true;
        }

        public int GetHashCode(Entry entry) => entry.Key is null ? 0 : keys.GetHashCode(entry.Key);
    }
}
