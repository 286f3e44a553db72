namespace Weft.Flows.Async;

/// <summary>An asynchronous sequence whose records carry spans; the part that does not depend on the type of its records.</summary>
internal abstract class AsyncFlow : AsyncRecords
{
    /// <summary>As <see cref="AsyncFlow{T}.Open"/>, for a reader that knows the records by a base type only.</summary>
    internal abstract object OpenAny(CurrentSpan span, out Way way);
}

/// <summary>A lazy asynchronous sequence of records with their spans: the base of every woven operator's result.</summary>
// Design: the operators are .NET's own, so that a woven program awaits, cancels, disposes and throws exactly as the unwoven one. What is added stands
// at the ends. Where records enter, a wrapper of the source says which span the record has that was just read (CurrentSpan); an operator that
// hands on what it has just read (Where, Select, Take, Distinct, Concat...) needs nothing of its own, because at the moment its reader looks, that is
// still the span of its record: a chain of such operators costs what it costs without lineage. Operators that keep records back and give them in
// another order (OrderBy, Reverse...) run over records and spans together. Operators that derive have a wrapper of their own behind them.
// No state is held by thread: a record's span lies in an object of its enumeration, which one thread at a time advances, in the order of its awaits.
// As what C# makes of an asynchronous iterator, a flow is its own first enumerator on the thread that made it, and again when that has been disposed of.
internal abstract class AsyncFlow<T> : AsyncFlow, IAsyncEnumerable<T>, IAsyncEnumerator<T>
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private IAsyncEnumerator<T>? _records;
    private bool _isRead; // as its own enumerator

    /// <inheritdoc/>
    public T Current => _records is { } records ? records.Current : default!;

    /// <summary>Whether .NET's sequence is an iterator, and thereby its own enumerator.</summary>
    protected virtual bool IsIterator => true;

    /// <summary>The sequence of one enumeration, to be enumerated once.</summary>
    /// <param name="span">Holds the span of the record that was read last, as soon as its MoveNextAsync has completed.</param>
    /// <param name="way">How the records come.</param>
    internal abstract IAsyncEnumerable<T> Open(CurrentSpan span, out Way way);

    internal sealed override object OpenAny(CurrentSpan span, out Way way) => Open(span, out way);

    /// <inheritdoc/>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var span = new CurrentSpan();
        IAsyncEnumerator<T> records = Open(span, out Way way).GetAsyncEnumerator(cancellationToken);
        if (_isRead || !IsIterator || _thread != Environment.CurrentManagedThreadId) return new AsyncRecords<T>(records, span, way);
        _isRead = true;
        _records = records;
        Start(span, way);
        return this;
    }

    /// <inheritdoc/>
    public ValueTask<bool> MoveNextAsync() => _records is { } records ? records.MoveNextAsync() : default;

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _isRead = false;
        return _records is { } records ? records.DisposeAsync() : default;
    }
}
