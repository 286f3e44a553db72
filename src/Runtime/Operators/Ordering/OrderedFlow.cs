using Weft.Flows;

namespace Weft.Operators.Ordering;

/// <summary>Records in order; the part that does not depend on the type of the keys.</summary>
// Design: LINQ itself sorts. Where all records are needed, it orders their indexes by the keys that they have, and the result is the map by which
// values and spans are read; where one is chosen, it orders records with their spans beside. So each key is computed once, comparers are called
// as LINQ calls them, a part costs a partial sort and the first record none, whatever the version of .NET.
internal abstract class OrderedFlow<T>(Flow<T> source, int site) : Flow<T>, IOrderedEnumerable<T>
{
    private T[]? _records;
    private int[]? _map;
    private SpanTable _spans;
    private int _step = -1;    // by which the records come, once they do; else -1
    private Flow<T>? _entered; // what is read for a single record

    /// <summary>The records in their own order.</summary>
    protected Flow<T> Source { get; } = source;

    /// <summary>The operator's site; 0 when the call was not woven.</summary>
    protected int Site { get; } = site;

    internal override int Step => _step >= 0 ? _step : StepFrom((_entered ?? Source).Step);

    /// <summary>The step of records that came to the first of the ordering operators by <paramref name="step"/>.</summary>
    internal abstract int StepFrom(int step);

    /// <summary>The indexes of <paramref name="records"/>, to be ordered by the records' keys.</summary>
    internal abstract IOrderedEnumerable<int> OrderIndexes(T[] records);

    /// <summary>Records with their spans, to be ordered by the records' keys.</summary>
    internal abstract IOrderedEnumerable<Chosen<T>> OrderTraced(IEnumerable<Chosen<T>> records);

    /// <summary>This order, refined by another key.</summary>
    internal OrderedFlow<T> Then<TKey>(Func<T, TKey> keySelector, IComparer<TKey>? comparer, bool descending, int thenSite)
        => new KeyOrderedFlow<T, TKey>(Source, this, keySelector, comparer, descending, thenSite);

    IOrderedEnumerable<T> IOrderedEnumerable<T>.CreateOrderedEnumerable<TKey>(Func<T, TKey> keySelector, IComparer<TKey>? comparer, bool descending)
    {
        ArgumentNullException.ThrowIfNull(keySelector);
        return Then(keySelector, comparer, descending, 0);
    }

    public override bool MoveNext()
    {
        if (State == Started && !Open()) return false;
        if (_map is { } map && (uint)(State - Started - 1) is var next && next < (uint)map.Length)
        {
            int index = map[next];
            Value = _records![index];
            Span = _spans[index];
            State++;
            return true;
        }
        Dispose();
        return false;
    }

    public override void Dispose()
    {
        _records = null;
        _map = null;
        base.Dispose();
    }

    internal override int GetCount(bool onlyIfCheap) => Source.GetCount(onlyIfCheap);

    internal override bool CountsInOrder => false;

    internal override int CountTraced(ColumnBuilder spans, bool cheaply, out int step)
    {
        int count = Source.CountTraced(spans, cheaply, out int sourceStep);
        step = StepFrom(sourceStep);
        return count;
    }

    internal override Flow<T> Skip(int count, int skipSite) => new OrderedPart<T>(this, count, int.MaxValue, new FusedSites(skipSite));

    internal override Flow<T> Take(int count, int takeSite) => new OrderedPart<T>(this, 0, count - 1, new FusedSites(takeSite));

    internal override Chosen<T> First(bool traced) => OrderTraced(Enter()).FirstOrDefault();

    internal override Chosen<T> Last(bool traced) => OrderTraced(Enter()).LastOrDefault();

    internal override Chosen<T> Last(Func<T, bool> predicate, bool traced) => OrderTraced(Enter()).LastOrDefault(record => predicate(record.Value));

    internal override bool Contains(T value) => Source.Contains(value);

    internal override Chosen<T> ElementAt(int index, bool traced)
    {
        if (index == 0) return First(traced);
        if (index < 0) return default;
        T[] records = Read(out SpanColumn spans, out _);
        return index < records.Length ? Choose(records, spans, OrderIndexes(records).ElementAt(index)) : default;
    }

    internal override T[] ToArray(ColumnBuilder spans, out int step)
    {
        T[] records = Read(out SpanColumn column, out step);
        if (records.Length <= 1)
        {
            spans.AddColumn(column, 0, records.Length);
            return records;
        }
        var ordered = new T[records.Length];
        Permute(records, OrderIndexes(records).ToArray(), ordered, column, spans);
        return ordered;
    }

    internal override List<T> ToList(ColumnBuilder spans, out int step)
    {
        T[] records = Read(out SpanColumn column, out step);
        var list = new List<T>(records.Length);
        System.Runtime.InteropServices.CollectionsMarshal.SetCount(list, records.Length);
        Span<T> ordered = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list);
        if (records.Length > 1)
        {
            Permute(records, OrderIndexes(records).ToArray(), ordered, column, spans);
            return list;
        }
        records.CopyTo(ordered);
        spans.AddColumn(column, 0, records.Length);
        return list;
    }

    /// <summary>All records in their own order; <paramref name="step"/> is the one by which they come in the new order.</summary>
    internal T[] Read(out SpanColumn spans, out int step)
    {
        ColumnBuilder builder = ColumnBuilder.Rent();
        T[] records = Source.ToArray(builder, out int sourceStep);
        spans = builder.Finish(0);
        step = StepFrom(sourceStep);
        return records;
    }

    /// <summary>Writes the records and spans in the order of <paramref name="map"/>.</summary>
    internal static void Permute(T[] records, int[] map, Span<T> ordered, SpanColumn column, ColumnBuilder spans)
    {
        var table = new SpanTable(column);
        for (int i = 0; i < ordered.Length; i++)
        {
            int index = map[i];
            ordered[i] = records[index];
            spans.Add(table[index]);
        }
    }

    /// <summary>One of the records.</summary>
    internal static Chosen<T> Choose(T[] records, SpanColumn spans, int index) => new(records[index], spans[index]);

    /// <summary>The records in their own order, for a single reading after which <see cref="Step"/> is theirs.</summary>
    protected Flow<T> EnterSource() => _entered = Source.Fresh();

    private Traced<T, T> Enter() => new(EnterSource(), Itself<T>.Selector);

    private bool Open()
    {
        T[] records = Read(out SpanColumn spans, out _step);
        if (records.Length == 0)
        {
            Dispose();
            return false;
        }
        // Not ToArray, which computes no key for a single record.
        _map = records.Length == 1 ? [OrderIndexes(records).Single()] : OrderIndexes(records).ToArray();
        _records = records;
        _spans = new SpanTable(spans);
        State = Started + 1;
        return true;
    }
}
