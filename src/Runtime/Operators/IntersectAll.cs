using Weft.Flows;

namespace Weft.Operators;

/// <summary>Intersect and IntersectBy where a result follows from all of its duplicates, in either sequence.</summary>
internal sealed class IntersectAllFlow<T, TKey>(Flow<T> first, Flow<TKey> second, Func<T, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site) : MethodFlow<T>
{
    private IntersectionWitnesses<TKey>? _witnesses; // null before the start and after the end
    private Flow<T>? _records;
    private int _secondStep;

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
            if (!_witnesses!.Add(keySelector(records.Value), records.Span, out ulong span)) continue;
            Value = records.Value;
            Span = span;
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
            _witnesses!.Complete(site, records.Step, _secondStep);
        }
        _witnesses = null;
        base.Dispose();
    }

    private void ReadSecond()
    {
        _witnesses = new IntersectionWitnesses<TKey>(comparer);
        using Flow<TKey> keys = second.Start();
        while (keys.MoveNext()) _witnesses.Admit(keys.Value, keys.Span);
        _secondStep = keys.Step;
    }
}
