namespace Weft.Flows.Async;

/// <summary>An enumerator of a flow in the hands of other code; the part that does not depend on the type of its records.</summary>
internal abstract class AsyncRecords(CurrentSpan span, Way way)
{
    /// <summary>The span of the record read last.</summary>
    internal ulong Span => span.Value;

    /// <summary>As <see cref="Way.Step"/>.</summary>
    internal int Step => way.Step;
}

/// <summary>An enumerator of a flow in the hands of other code: a loop, or an operator that Weft does not know.</summary>
internal sealed class AsyncRecords<T>(IAsyncEnumerator<T> records, CurrentSpan span, Way way) : AsyncRecords(span, way), IAsyncEnumerator<T>
{
    /// <inheritdoc/>
    public T Current => records.Current;

    /// <inheritdoc/>
    public ValueTask<bool> MoveNextAsync() => records.MoveNextAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => records.DisposeAsync();
}
