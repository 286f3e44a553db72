namespace Weft.Flows.Async;

/// <summary>An enumerator of a flow in the hands of other code; the part that does not depend on the type of its records.</summary>
internal abstract class AsyncRecords
{
    private CurrentSpan? _span;
    private Way? _way;

    /// <summary>The span of the record read last.</summary>
    internal ulong Span => _span!.Value;

    /// <summary>As <see cref="Way.Step"/>.</summary>
    internal int Step => _way!.Step;

    /// <summary>An enumeration begins.</summary>
    protected void Start(CurrentSpan span, Way way)
    {
        _span = span;
        _way = way;
    }
}

/// <summary>An enumerator of a flow in the hands of other code, a loop or an operator that Weft does not know, where the flow is not its own.</summary>
internal sealed class AsyncRecords<T> : AsyncRecords, IAsyncEnumerator<T>
{
    private readonly IAsyncEnumerator<T> _records;

    internal AsyncRecords(IAsyncEnumerator<T> records, CurrentSpan span, Way way)
    {
        _records = records;
        Start(span, way);
    }

    /// <inheritdoc/>
    public T Current => _records.Current;

    /// <inheritdoc/>
    public ValueTask<bool> MoveNextAsync() => _records.MoveNextAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _records.DisposeAsync();
}
