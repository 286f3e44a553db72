namespace Weft.Flows.Async;

/// <summary>The records of a flow together with their spans, as a plain asynchronous sequence: so that one of .NET's own operators orders or chooses, and the span comes along.</summary>
internal sealed class AsyncPairs<T>(IAsyncEnumerable<T> source, CurrentSpan span) : IAsyncEnumerable<Chosen<T>>, IAsyncEnumerator<Chosen<T>>
{
    private IAsyncEnumerator<T>? _records;

    /// <inheritdoc/>
    public Chosen<T> Current => new(_records!.Current, span.Value);

    /// <summary>The pairs of a sequence, for one enumeration.</summary>
    internal static AsyncPairs<T> Of(IAsyncEnumerable<T> source, int site, int argument, out Way way)
    {
        var span = new CurrentSpan();
        return new AsyncPairs<T>(source.AsFlow(site, argument).Open(span, out way), span);
    }

    /// <inheritdoc/>
    public IAsyncEnumerator<Chosen<T>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        _records = source.GetAsyncEnumerator(cancellationToken);
        return this;
    }

    /// <inheritdoc/>
    public ValueTask<bool> MoveNextAsync() => _records!.MoveNextAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _records!.DisposeAsync();
}

/// <summary>Pairs of records and spans, read as records.</summary>
internal sealed class AsyncUnpaired<T>(IAsyncEnumerable<Chosen<T>> pairs, CurrentSpan span) : AsyncReading<Chosen<T>>(pairs), IAsyncEnumerable<T>, IAsyncEnumerator<T>
{
    /// <inheritdoc/>
    public T Current { get; private set; } = default!;

    /// <inheritdoc/>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        Start(cancellationToken);
        return this;
    }

    protected override void Moved()
    {
        Chosen<T> pair = SourceCurrent;
        Current = pair.Value;
        span.Value = pair.Span;
    }

    protected override void Ended() => Current = default!;
}
