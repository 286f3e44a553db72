using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Grouping;

namespace Weft.Operators;

/// <summary>Intersect and IntersectBy where a result follows from all of its duplicates, in either sequence.</summary>
// Design: as WitnessSet, a result's span is reserved and told when the enumeration ends. It follows from two, one for each sequence: the record
// itself, or where there are several, one that follows from them. LINQ forgets a key once it was found; here it is kept, and compared again.
internal sealed class IntersectAllFlow<T, TKey>(Flow<T> first, Flow<TKey> second, Func<T, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site) : MethodFlow<T>
{
    private readonly KeyedSpans _firstSpans = new();   // by result
    private readonly KeyedSpans _secondSpans = new();  // by key
    private readonly ReservedSpans _children = new();
    private readonly List<int> _keyOf = [];            // of each result
    private readonly List<int> _resultOf = [];         // of each key; None while there is none
    private HashSet<Entry>? _keys;                     // null before the start and after the end
    private Flow<T>? _records;
    private int _secondStep;

    private const int None = -1;

    internal override int Step => 0; // spans are issued here

    protected override Flow<T> Clone() => new IntersectAllFlow<T, TKey>(first, second, keySelector, comparer, site);

    protected override bool Next()
    {
        if (State == Started)
        {
            State = Started + 1;
            ReadSecond();
            _records = first.Start();
        }
        if (_records is not { } records) return false;
        while (records.MoveNext())
        {
            if (!_keys!.TryGetValue(new Entry(keySelector(records.Value), 0), out Entry held)) continue;
            bool isFirst = _resultOf[held.Ordinal] == None;
            if (isFirst)
            {
                _resultOf[held.Ordinal] = _keyOf.Count;
                _keyOf.Add(held.Ordinal);
            }
            _firstSpans.Add(_resultOf[held.Ordinal], records.Span);
            if (!isFirst) continue;
            Value = records.Value;
            Span = _children.Next();
            return true;
        }
        return false;
    }

    public override void Dispose()
    {
        if (_records is { } records)
        {
            _records = null;
            records.Dispose();
            Complete(records.Step);
        }
        _keys = null;
        base.Dispose();
    }

    private void ReadSecond()
    {
        _keys = new HashSet<Entry>(new ByKey(comparer ?? EqualityComparer<TKey>.Default));
        using Flow<TKey> keys = second.Start();
        while (keys.MoveNext())
        {
            var entry = new Entry(keys.Value, _resultOf.Count);
            if (_keys.TryGetValue(entry, out Entry held)) entry = held;
            else
            {
                _keys.Add(entry);
                _resultOf.Add(None);
            }
            _secondSpans.Add(entry.Ordinal, keys.Span);
        }
        _secondStep = keys.Step;
    }

    private void Complete(int firstStep)
    {
        GroupSpans ofFirst = _firstSpans.Complete(site, firstStep);
        GroupSpans ofSecond = _secondSpans.Complete(site, _secondStep);
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
