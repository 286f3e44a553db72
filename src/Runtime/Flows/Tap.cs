using System.Collections;
using Weft.Flows.Collections;

namespace Weft.Flows;

/// <summary>
/// Keeps the spans of the records that one of LINQ's own scalar operators reads, and makes the result an output that follows from all of them.
/// Used as <c>tap.Derive(Enumerable.Sum(tap.Records))</c>.
/// </summary>
internal sealed class Tap<T>(IEnumerable<T> source, int site) : IEnumerable<T>, IEnumerator<T>
{
    private readonly ColumnBuilder _spans = ColumnBuilder.Rent();
    private WatchedCollection<T>? _watched; // a collection of the program's own
    private SpanColumn? _column; // of a collection, which LINQ reads in its own way
    private Flow<T>? _records;

    /// <summary>What the operator has to read, once.</summary>
    internal IEnumerable<T> Records
    {
        get
        {
            if (source is Flow or not ICollection<T>) return this;
            _watched = WatchedCollection<T>.Of(source);
            if (_watched is not null) return _watched;
            _column = Origin.ColumnOrRoots(source, ((ICollection<T>)source).Count, typeof(T), site);
            return source;
        }
    }

    // Read when the operator asks, since LongCount and the second record of Single are not asked for.
    T IEnumerator<T>.Current
    {
        get
        {
            _records!.ReadValue();
            return _records.Value;
        }
    }

    object? IEnumerator.Current => ((IEnumerator<T>)this).Current;

    /// <summary>Records that <paramref name="result"/> follows from every record read, and gives it back.</summary>
    internal TResult Derive<TResult>(TResult result)
    {
        OutputRow.DeriveFrom(Finish(), site);
        return result;
    }

    /// <summary>Records that <paramref name="result"/> is the first record read, if there was one, and gives it back.</summary>
    internal T ChooseFirst(T result)
    {
        SpanColumn column = Finish();
        OutputRow.Witness(column.Count == 0 ? 0 : column[0], column.Step, site);
        return result;
    }

    IEnumerator<T> IEnumerable<T>.GetEnumerator()
    {
        _records = source.AsFlow(site).Start();
        return this;
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();

    bool IEnumerator.MoveNext()
    {
        Flow<T> records = _records!;
        if (!records.Advance()) return false;
        _spans.Add(records.Span);
        return true;
    }

    void IDisposable.Dispose() => _records?.Dispose();

    void IEnumerator.Reset() => throw new NotSupportedException();

    private SpanColumn Finish()
    {
        if (_watched is not null) _column = Origin.ColumnOrRoots(source, _watched.Seen, typeof(T), site);
        return _column ?? _spans.Finish(_records?.Step ?? 0);
    }
}
