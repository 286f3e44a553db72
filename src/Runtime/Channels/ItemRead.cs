using System.Threading.Tasks.Sources;

namespace Weft.Channels;

/// <summary>A read of a message that has to wait, seen as one of its item.</summary>
// Design: .NET's channels let a waiting reader wait without an allocation, again and again. This hands every question on to their own read, and is used again, too.
internal sealed class ItemRead<T> : IValueTaskSource<T>
{
    private readonly LineageChannelReader<T> _reader;
    private readonly Action _goOn;
    private ValueTask<Message<T>> _read;
    private Action<object?>? _continuation;
    private object? _state;
    private short _version;
    private int _site;   // of woven code that is told the record; 0 for any other
    private int _number; // by which it is told

    internal ItemRead(LineageChannelReader<T> reader)
    {
        _reader = reader;
        _goOn = GoOn;
    }

    /// <summary>Begins to wait.</summary>
    internal ValueTask<T> Start(ValueTask<Message<T>> read)
    {
        _read = read;
        return new(this, _version);
    }

    /// <summary>As <see cref="Start(ValueTask{Message{T}})"/>; the record is told by <see cref="ReceivedRecord"/>, under the number that <paramref name="record"/> gets.</summary>
    internal ValueTask<T> Start(ValueTask<Message<T>> read, int site, ref LoopRecord record)
    {
        _site = site;
        _number = ReceivedRecord.NextNumber();
        record = LoopRecord.Awaiting(_number);
        return Start(read);
    }

    /// <inheritdoc/>
    public T GetResult(short token)
    {
        Check(token);
        ValueTask<Message<T>> read = _read;
        if (!read.IsCompleted) throw new InvalidOperationException("The read is not completed yet; await it.");
        _version++;
        _read = default;
        _continuation = null;
        _state = null;
        int site = _site, number = _number;
        _site = _number = 0;
        try
        {
            Message<T> message = read.Result;
            LineageChannelReader<T>.Received(message, site);
            if (number != 0) ReceivedRecord.Tell(number, _reader.RecordOf(message, site));
            return message.Item;
        }
        finally
        {
            _reader.Return(this);
        }
    }

    /// <inheritdoc/>
    public ValueTaskSourceStatus GetStatus(short token)
    {
        Check(token);
        if (!_read.IsCompleted) return ValueTaskSourceStatus.Pending;
        if (_read.IsCompletedSuccessfully) return ValueTaskSourceStatus.Succeeded;
        return _read.IsCanceled ? ValueTaskSourceStatus.Canceled : ValueTaskSourceStatus.Faulted;
    }

    /// <inheritdoc/>
    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        Check(token);
        _continuation = continuation;
        _state = state;
        var awaiter = _read.ConfigureAwait((flags & ValueTaskSourceOnCompletedFlags.UseSchedulingContext) != 0).GetAwaiter();
        if ((flags & ValueTaskSourceOnCompletedFlags.FlowExecutionContext) != 0) awaiter.OnCompleted(_goOn);
        else awaiter.UnsafeOnCompleted(_goOn);
    }

    private void GoOn() => _continuation!(_state);

    private void Check(short token)
    {
        if (token != _version) throw new InvalidOperationException("A read is awaited once: its result was taken before.");
    }
}
