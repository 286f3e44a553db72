using Weft.Flows;

namespace Weft.Operators.Ordering;

/// <summary>Records in the order of a key, where <paramref name="parent"/> leaves them equal if there is one.</summary>
internal sealed class KeyOrderedFlow<T, TKey>(Flow<T> source, OrderedFlow<T>? parent, Func<T, TKey> keySelector, IComparer<TKey>? comparer, bool descending, int site)
    : OrderedFlow<T>(source, site)
{
    protected override Flow<T> Clone() => new KeyOrderedFlow<T, TKey>(Source, parent, keySelector, comparer, descending, Site);

    internal override int StepFrom(int step)
    {
        if (parent is not null) step = parent.StepFrom(step);
        return Site == 0 ? step : Capture.Steps.Intern(Site, step);
    }

    internal override Chosen<T> First(bool traced) => parent is null ? Extreme(isFirst: true) : base.First(traced);

    internal override Chosen<T> Last(bool traced) => parent is null ? Extreme(isFirst: false) : base.Last(traced);

    internal override IOrderedEnumerable<int> OrderIndexes(T[] records)
    {
        Func<T, TKey> keyOf = keySelector;
        Func<int, TKey> keyAt = index => keyOf(records[index]);
        if (parent is not null) return parent.OrderIndexes(records).CreateOrderedEnumerable(keyAt, comparer, descending);
        IEnumerable<int> indexes = Enumerable.Range(0, records.Length);
        return descending ? indexes.OrderByDescending(keyAt, comparer) : indexes.OrderBy(keyAt, comparer);
    }

    internal override IOrderedEnumerable<Chosen<T>> OrderTraced(IEnumerable<Chosen<T>> records)
    {
        Func<T, TKey> keyOf = keySelector;
        Func<Chosen<T>, TKey> keyAt = record => keyOf(record.Value);
        if (parent is not null) return parent.OrderTraced(records).CreateOrderedEnumerable(keyAt, comparer, descending);
        return descending ? records.OrderByDescending(keyAt, comparer) : records.OrderBy(keyAt, comparer);
    }

    // By a single key, without order: of equal records the first one is first, and the last one last.
    private Chosen<T> Extreme(bool isFirst)
    {
        IComparer<TKey> order = comparer ?? Comparer<TKey>.Default;
        using Flow<T> records = EnterSource().Start();
        if (!records.MoveNext()) return default;
        Chosen<T> best = records.Choose();
        TKey bestKey = keySelector(best.Value);
        while (records.MoveNext())
        {
            TKey key = keySelector(records.Value);
            int compared = order.Compare(key, bestKey);
            if (descending) compared = compared < 0 ? 1 : -compared; // the negation of the least number is itself
            if (isFirst ? compared >= 0 : compared < 0) continue;
            best = records.Choose();
            bestKey = key;
        }
        return best;
    }
}
