using System.Runtime.CompilerServices;

namespace Weft.Flows;

/// <summary>An asynchronous sequence whose records carry spans; the part that does not depend on the type of its records.</summary>
internal abstract class AsyncFlow
{
    /// <summary>The span of the current record; valid after a successful <c>MoveNextAsync</c>.</summary>
    internal ulong Span;

    /// <summary>As <see cref="Flow.Step"/>.</summary>
    internal abstract int Step { get; }
}

/// <summary>An asynchronous sequence of records with their spans, over one of .NET's; each enumeration is an object of its own.</summary>
internal abstract class AsyncFlow<T>(IAsyncEnumerable<T> source) : AsyncFlow, IAsyncEnumerable<T>, IAsyncEnumerator<T>
{
    private IAsyncEnumerator<T>? _enumerator;

    /// <summary>The current record.</summary>
    public T Current => _enumerator!.Current;

    /// <summary>What is read.</summary>
    protected IAsyncEnumerable<T> Source { get; } = source;

    /// <inheritdoc/>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        AsyncFlow<T> flow = Clone();
        flow._enumerator = Source.GetAsyncEnumerator(cancellationToken);
        return flow;
    }

    /// <inheritdoc/>
    public ValueTask<bool> MoveNextAsync()
    {
        ValueTask<bool> moved = _enumerator!.MoveNextAsync();
        return moved.IsCompletedSuccessfully ? new(Advance(moved.Result)) : Await(moved);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        End();
        return _enumerator!.DisposeAsync();
    }

    /// <summary>A flow like this one that has not been started.</summary>
    protected abstract AsyncFlow<T> Clone();

    /// <summary>Gives the record moved to its span.</summary>
    protected abstract ulong NextSpan();

    /// <summary>No more records come; may be called more than once.</summary>
    protected abstract void End();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> Await(ValueTask<bool> moved) => Advance(await moved.ConfigureAwait(false));

    private bool Advance(bool moved)
    {
        if (moved) Span = NextSpan();
        else End();
        return moved;
    }
}
