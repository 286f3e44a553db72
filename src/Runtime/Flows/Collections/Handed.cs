using System.Collections;
using Weft.Capture;

namespace Weft.Flows.Collections;

/// <summary>A sequence handed to one of .NET's own methods, which reads it once; keeps the spans of what was read.</summary>
/// <param name="source">The sequence.</param>
/// <param name="site">The call's site.</param>
/// <param name="argument">Which sequence of the call it is, 0-based.</param>
/// <param name="read">What is told of each record read; of a collection, which .NET reads in its own way, only <see cref="ReadCollection"/> tells.</param>
internal sealed class Handed<T>(IEnumerable<T> source, int site, int argument = 0, Action<T, ulong>? read = null) : IEnumerable<T>, IEnumerator<T>
{
    private readonly ColumnBuilder _spans = new(); // what is read may fill columns of its own
    private WatchedCollection<T>? _watched; // a collection of the program's own
    private SpanColumn? _column; // of a collection, which .NET reads in its own way
    private Flow<T>? _records;
    private bool _isCalled;
    private GrowingRoots _called; // of a collection of the program's own whose records are told one by one

    /// <summary>What the method has to read.</summary>
    internal IEnumerable<T> Records
    {
        get
        {
            if (source is Flow or not ICollection<T>) return source switch
            {
                Flow or string => this,
                IReadOnlyList<T> list => new IndexedView<T>(this, list, ReadByIndex),
                IReadOnlyCollection<T> counted => new CountedView<T>(this, counted),
                ICollection untyped => new UntypedView<T>(this, untyped),
                _ => this,
            };
            _watched = WatchedCollection<T>.Of(source);
            if (_watched is not null) return _watched;
            _column = Origin.ColumnOrRoots(source, ((ICollection<T>)source).Count, typeof(T), site, argument);
            return source;
        }
    }

    /// <summary>Whether records come one by one, rather than in a collection's own way.</summary>
    internal bool IsStreamed => _column is null && _watched is null;

    /// <summary>The span of the record for which a lambda is called, that counts its calls from 0.</summary>
    internal ulong SpanOfCall(int call)
        => _column is { } column ? call < column.Count ? column[call] : Origin.Newcomer(site) : _records is { } records ? records.Span : SpanOfWatched();

    /// <summary>
    /// Tells of each record of a collection of the base libraries; false of another collection, which would notice. What is no collection was told of as it was read.
    /// </summary>
    internal bool ReadCollection()
    {
        if (_records is not null || _column is not { } column || read is null) return true;
        if (!PlainCollections.AreReadUnseen(source.GetType())) return false;
        SpanReader spans = SpanReader.Over(column);
        int index = 0;
        foreach (T record in source)
        {
            if (index < column.Count) read(record, spans.At(index++));
        }
        return true;
    }

    private void ReadByIndex(T record) => read?.Invoke(record, SpanOfWatched());

    private ulong SpanOfWatched()
    {
        if (!_isCalled) _called = new GrowingRoots(Origin.SourceOf(source, typeof(T), site, argument));
        _isCalled = true;
        ulong span = _called.Next();
        _spans.Add(span);
        return span;
    }

    private SpanColumn Streamed()
    {
        if (_isCalled) _called.End();
        return _spans.Finish(_records?.Step ?? 0);
    }

    private SpanColumn ArrivedOfWatched(WatchedCollection<T> watched)
    {
        if (!_isCalled) return Origin.ColumnOrRoots(source, watched.Seen, typeof(T), site, argument);
        return Streamed();
    }

    /// <summary>The spans of the records read, in their order, with this site behind their way.</summary>
    internal SpanColumn Finish() => Arrived().WithStep(Steps.Intern(site, Arrived().Step));

    /// <summary>The spans of the records read, in their order, as they came.</summary>
    internal SpanColumn Arrived() => _column ??= _watched is not null ? ArrivedOfWatched(_watched) : Streamed();

    T IEnumerator<T>.Current => _records!.Value;

    object? IEnumerator.Current => _records!.Value;

    IEnumerator<T> IEnumerable<T>.GetEnumerator()
    {
        _records = source.AsFlow(site, argument).Start();
        return this;
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();

    bool IEnumerator.MoveNext()
    {
        Flow<T> records = _records!;
        if (!records.MoveNext()) return false;
        _spans.Add(records.Span);
        read?.Invoke(records.Value, records.Span);
        return true;
    }

    void IDisposable.Dispose() => _records?.Dispose();

    void IEnumerator.Reset() => throw new NotSupportedException();
}
