using Weft.Capture;
using Weft.Flows.Grouping;

namespace Weft.Flows;

/// <summary>The keys of two sequences with every record that came with each: what Intersect keeps where a result follows from all of its duplicates.</summary>
// Design: as WitnessSet, a result's span is reserved and told when the enumeration ends. It follows from two, one for each sequence: the record
// itself, or where there are several, one that follows from them. LINQ forgets a key once it was found; here it is kept, and compared again.
internal sealed class IntersectionWitnesses<TKey>(IEqualityComparer<TKey>? comparer)
{
    private const int None = -1;

    private readonly HashSet<Entry> _keys = new(new ByKey(comparer ?? EqualityComparer<TKey>.Default));
    private readonly KeyedSpans _firstSpans = new();   // by result
    private readonly KeyedSpans _secondSpans = new();  // by key
    private readonly ReservedSpans _children = new();
    private readonly List<int> _keyOf = [];            // of each result
    private readonly List<int> _resultOf = [];         // of each key; None while there is none

    /// <summary>Whether the second sequence has shown no record yet.</summary>
    internal bool AdmitsNothing => _resultOf.Count == 0;

    /// <summary>Takes a record of the second sequence.</summary>
    internal void Admit(TKey key, ulong span)
    {
        var entry = new Entry(key, _resultOf.Count);
        if (_keys.TryGetValue(entry, out Entry held)) entry = held;
        else
        {
            _keys.Add(entry);
            _resultOf.Add(None);
        }
        _secondSpans.Add(entry.Ordinal, span);
    }

    /// <summary>Takes a record of the first sequence: true, and the span of its result, if it is the first with its key and the second sequence has the key.</summary>
    internal bool Add(TKey key, ulong span, out ulong child)
    {
        child = 0;
        if (!_keys.TryGetValue(new Entry(key, 0), out Entry held)) return false;
        bool isFirst = _resultOf[held.Ordinal] == None;
        if (isFirst)
        {
            _resultOf[held.Ordinal] = _keyOf.Count;
            _keyOf.Add(held.Ordinal);
            child = _children.Next();
        }
        _firstSpans.Add(_resultOf[held.Ordinal], span);
        return isFirst;
    }

    /// <summary>Tells what the results follow from: records that came by these steps. Once.</summary>
    internal void Complete(int site, int firstStep, int secondStep)
    {
        GroupSpans ofFirst = _firstSpans.Complete(site, firstStep);
        GroupSpans ofSecond = _secondSpans.Complete(site, secondStep);
        int result = 0;
        foreach ((ulong child, int count) in _children.Used)
        {
            for (int i = 0; i < count; i++, result++)
            {
                ulong one = OneOf(ofFirst, result, out int oneStep);
                ulong other = OneOf(ofSecond, _keyOf[result], out int otherStep);
                ThreadBuffer.Current.DeriveReserved(child + (uint)i, Steps.Intern(site, oneStep, otherStep), one, other);
            }
        }
    }

    // The only record of a group, or one that follows from all of them; and the step by which it comes.
    private static ulong OneOf(GroupSpans groups, int ordinal, out int step)
    {
        bool isSingle = groups.CountOf(ordinal) == 1;
        step = isSingle ? groups.InputStep : 0;
        return isSingle ? groups.FirstOf(ordinal) : groups.DeriveGroup(ThreadBuffer.Current, ordinal);
    }

    private readonly record struct Entry(TKey Key, int Ordinal);

    private sealed class ByKey(IEqualityComparer<TKey> keys) : IEqualityComparer<Entry>
    {
        public bool Equals(Entry held, Entry asked) => keys.Equals(held.Key, asked.Key);

        public int GetHashCode(Entry entry) => entry.Key is null ? 0 : keys.GetHashCode(entry.Key);
    }
}
