namespace Weft.Flows.Async;

/// <summary>An asynchronous sequence, enumerated once, whose records get their spans as they are read.</summary>
internal abstract class AsyncSpanned<T>(IAsyncEnumerable<T> source, CurrentSpan span) : AsyncReading<T>(source), IAsyncEnumerable<T>, IAsyncEnumerator<T>
{
    /// <summary>The record read last.</summary>
    public T Current => SourceCurrent;

    /// <inheritdoc/>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        Start(cancellationToken);
        return this;
    }

    /// <summary>The span of the record read last; asked for once a record.</summary>
    protected abstract ulong NextSpan();

    protected sealed override void Moved() => span.Value = NextSpan();
}
