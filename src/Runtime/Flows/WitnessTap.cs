using System.Collections;

namespace Weft.Flows;

/// <summary>
/// Finds out which record is the least or greatest one that LINQ's own operator will choose, for the types of numbers that it knows.
/// Used as <c>tap.Choose(Enumerable.Min(tap.Images))</c>.
/// </summary>
/// <param name="source">The records.</param>
/// <param name="selector">The number of a record; null where the records are the numbers.</param>
/// <param name="sign">1 for the least, -1 for the greatest.</param>
/// <param name="site">The operator's site.</param>
internal sealed class WitnessTap<TSource, T>(IEnumerable<TSource> source, Func<TSource, T>? selector, int sign, int site) : IEnumerable<T>, IEnumerator<T>
{
    private readonly Func<TSource, T> _selector = selector ?? (Func<TSource, T>)(object)Itself<TSource>.Selector;
    private IList<T>? _items; // which LINQ reads by itself
    private Flow<TSource>? _records;
    private T? _best;
    private ulong _bestSpan;  // 0 for none

    /// <summary>What the operator has to read, once.</summary>
    internal IEnumerable<T> Images => selector is null && source is T[] or List<T> ? _items = (IList<T>)source : this;

    public T Current { get; private set; } = default!;

    object? IEnumerator.Current => Current;

    /// <summary>Records that <paramref name="result"/> is the number of the record found, and gives it back.</summary>
    internal T Choose(T result)
    {
        if (_items is { } items) Find(items, result);
        else OutputRow.Witness(_bestSpan, _records?.Step ?? 0, site);
        return result;
    }

    public IEnumerator<T> GetEnumerator()
    {
        _records = source.AsFlow(site).Start();
        return this;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool MoveNext()
    {
        Flow<TSource> records = _records!;
        if (!records.MoveNext()) return false;
        T image = _selector(records.Value);
        Current = image;
        // Numbers order as LINQ orders them: the default comparer, too, puts what is not a number first.
        if (image is not null && (_bestSpan == 0 || Comparer<T>.Default.Compare(image, _best) * sign < 0))
        {
            _best = image;
            _bestSpan = records.Span;
        }
        return true;
    }

    public void Dispose() => _records?.Dispose();

    void IEnumerator.Reset() => throw new NotSupportedException();

    private void Find(IList<T> items, T result)
    {
        SpanColumn column = Origin.ColumnOrRoots(items, items.Count, typeof(T), site);
        OutputRow.Witness(result is null ? 0 : column[items.IndexOf(result)], column.Step, site);
    }
}
