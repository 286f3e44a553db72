using System.Runtime.InteropServices;
using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Grouping;

namespace Weft.Operators;

/// <summary>What AggregateBy and CountBy share: all records are folded by key at the first MoveNext, and a result follows from every record of its key.</summary>
internal abstract class FoldByKeyFlow<TSource, TKey, TAccumulate>(Flow<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site)
    : MethodFlow<KeyValuePair<TKey, TAccumulate>>
    where TKey : notnull
{
    private Flow<TSource>? _records; // disposed of only at the end, as LINQ does
    private Dictionary<TKey, Folded>.Enumerator _folded;
    private GroupSpans? _spans;
    private int _ordinal;

    internal override int Step => 0; // spans are issued here

    /// <summary>What is folded.</summary>
    protected Flow<TSource> Source { get; } = source;

    /// <summary>The key of a record.</summary>
    protected Func<TSource, TKey> KeySelector { get; } = keySelector;

    /// <summary>Compares keys, or null for the default.</summary>
    protected IEqualityComparer<TKey>? Comparer { get; } = comparer;

    /// <summary>The operator's site.</summary>
    protected int Site { get; } = site;

    /// <summary>The first value of a key.</summary>
    protected abstract TAccumulate Seed(TKey key);

    /// <summary>The next value of a key.</summary>
    protected abstract TAccumulate Fold(TAccumulate value, TSource record);

    protected sealed override bool Next()
    {
        if (State == Started)
        {
            State = Started + 1;
            _records = Source.Start();
            if (!_records.MoveNext()) return false;
            FoldAll(_records);
        }
        if (_spans is not { } spans || !_folded.MoveNext()) return false;
        (TKey key, Folded folded) = _folded.Current;
        Value = new(key, folded.Value);
        Span = spans.DeriveGroup(ThreadBuffer.For(spans.Step), _ordinal++);
        return true;
    }

    public override void Dispose()
    {
        _records?.Dispose();
        _records = null;
        _spans = null;
        _folded = default;
        base.Dispose();
    }

    private void FoldAll(Flow<TSource> records)
    {
        var byKey = new Dictionary<TKey, Folded>(Comparer);
        using var members = new KeyedSpans();
        do
        {
            TSource record = records.Value;
            TKey key = KeySelector(record);
            ref Folded folded = ref CollectionsMarshal.GetValueRefOrAddDefault(byKey, key, out bool exists);
            if (!exists) folded.Ordinal = members.Count;
            folded.Value = Fold(exists ? folded.Value : Seed(key), record);
            members.Add(folded.Ordinal, records.Span);
        }
        while (records.MoveNext());
        _spans = members.Complete(Site, records.Step);
        _folded = byKey.GetEnumerator();
    }

    private struct Folded
    {
        internal TAccumulate Value;
        internal int Ordinal; // of the key, by its first record
    }
}
