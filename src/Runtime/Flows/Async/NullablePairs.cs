namespace Weft.Flows.Async;

/// <summary>As <see cref="AsyncPairs{T}"/>, of records that can be null.</summary>
/// <param name="source">The records, for one enumeration.</param>
/// <param name="span">The span of the record read last.</param>
/// <param name="withNulls">Whether a record that is null is a pair that is null.</param>
internal sealed class NullablePairs<T>(IAsyncEnumerable<T> source, CurrentSpan span, bool withNulls) : IAsyncEnumerable<Chosen<T>?>, IAsyncEnumerator<Chosen<T>?>
{
    private IAsyncEnumerator<T>? _records;

    /// <inheritdoc/>
    public Chosen<T>? Current => _records!.Current is var record && withNulls && record is null ? null : new Chosen<T>(record, span.Value);

    /// <inheritdoc/>
    public IAsyncEnumerator<Chosen<T>?> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        _records = source.GetAsyncEnumerator(cancellationToken);
        return this;
    }

    /// <inheritdoc/>
    public ValueTask<bool> MoveNextAsync() => _records!.MoveNextAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _records!.DisposeAsync();
}
