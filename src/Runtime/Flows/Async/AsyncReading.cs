using System.Runtime.CompilerServices;

namespace Weft.Flows.Async;

/// <summary>Reads an asynchronous sequence once and notes each record as it comes, adding nothing to what its reader awaits.</summary>
internal abstract class AsyncReading<T>(IAsyncEnumerable<T> source)
{
    private IAsyncEnumerator<T>? _records;

    /// <summary>The record read last, as the source has it.</summary>
    protected T SourceCurrent => _records!.Current;

    /// <summary>The source's enumerator, once started.</summary>
    protected IAsyncEnumerator<T> Enumerator => _records!;

    /// <summary>Starts the enumeration.</summary>
    protected virtual void Start(CancellationToken cancellationToken) => _records = source.GetAsyncEnumerator(cancellationToken);

    /// <summary>As <see cref="IAsyncEnumerator{T}.MoveNextAsync"/>.</summary>
    public ValueTask<bool> MoveNextAsync()
    {
        ValueTask<bool> moved = _records!.MoveNextAsync();
        if (moved.IsCompletedSuccessfully) return new(Note(moved.Result));
        Waiting();
        return Await(moved);
    }

    /// <summary>As <see cref="IAsyncDisposable.DisposeAsync"/>.</summary>
    public ValueTask DisposeAsync()
    {
        Disposing();
        return _records!.DisposeAsync();
    }

    /// <summary>A record was read, on whatever thread; once a record.</summary>
    protected abstract void Moved();

    /// <summary>A record has to be waited for.</summary>
    protected virtual void Waiting()
    {
    }

    /// <summary>The source has no more records; may be called more than once.</summary>
    protected virtual void Ended()
    {
    }

    /// <summary>No more records are asked for; may be called more than once.</summary>
    protected virtual void Disposing() => Ended();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))] // a record that has to be waited for allocates nothing here
    private async ValueTask<bool> Await(ValueTask<bool> moved) => Note(await moved.ConfigureAwait(false));

    private bool Note(bool moved)
    {
        if (moved) Moved();
        else Ended();
        return moved;
    }
}
