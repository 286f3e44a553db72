using System.Diagnostics;
using System.Threading.Channels;
using Weft.Capture;
using Weft.Queues;

namespace Weft.Channels;

/// <summary>The writing end of a channel whose items carry spans.</summary>
[DebuggerDisplay("Items = {ItemCount}")]
[DebuggerTypeProxy(typeof(WriterForDebugger<>))]
internal sealed class LineageChannelWriter<T>(ChannelWriter<Message<T>> messages, ReadersWait readers, DroppedItems? dropped) : ChannelWriter<T>
{
    private long _lastSource; // of the last site that wrote such an item: the site above, its source below; 0 at first
    private long _written; // items that woven code wrote without a record that they follow from

    /// <summary>The messages themselves.</summary>
    internal ChannelWriter<Message<T>> Messages => messages;

    private int ItemCount => new WriterForDebugger<T>(this).Items.Length;

    /// <inheritdoc/>
    public override bool TryWrite(T item) => messages.TryWrite(new(item, default));

    /// <inheritdoc/>
    public override ValueTask WriteAsync(T item, CancellationToken cancellationToken = default) => messages.WriteAsync(new(item, default), cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<bool> WaitToWriteAsync(CancellationToken cancellationToken = default) => messages.WaitToWriteAsync(cancellationToken);

    /// <inheritdoc/>
    public override bool TryComplete(Exception? error = null) => messages.TryComplete(error);

    /// <summary>As <see cref="TryWrite(T)"/>, of an item that follows from a record.</summary>
    internal bool TryWrite(T item, LoopRecord record, int site)
    {
        Message<T> message = Sent(item, record, site);
        if (dropped is null) return messages.TryWrite(message);
        int before = DroppedItems.Writing(site);
        try
        {
            return messages.TryWrite(message);
        }
        finally
        {
            DroppedItems.Writing(before);
        }
    }

    /// <summary>As <see cref="WriteAsync(T, CancellationToken)"/>, of an item that follows from a record.</summary>
    internal ValueTask WriteAsync(T item, LoopRecord record, int site, CancellationToken cancellationToken)
    {
        Message<T> message = Sent(item, record, site);
        if (dropped is null) return messages.WriteAsync(message, cancellationToken);
        int before = DroppedItems.Writing(site);
        try
        {
            return messages.WriteAsync(message, cancellationToken);
        }
        finally
        {
            DroppedItems.Writing(before);
        }
    }

    private Message<T> Sent(T item, LoopRecord record, int site)
    {
        ulong span = SpanOf(record, site);
        return new(item, new Stamp(span, readers.Writing(span, site)));
    }

    // Each message is a record of its own, so that the reader need not know by which of several ways it came.
    private ulong SpanOf(LoopRecord record, int site)
    {
        if (record.Span == 0) return Recorder.RootRange(SourceAt(site), Interlocked.Increment(ref _written) - 1, 1);
        int step = Steps.Intern(site, record.IsDerived ? 0 : record.Step);
        return ThreadBuffer.For(step).DerivePair(step, record.Span, 0);
    }

    private int SourceAt(int site)
    {
        long last = Volatile.Read(ref _lastSource);
        if (last >> 32 == site && last != 0) return (int)last;
        int source = Sources.Value(site);
        Volatile.Write(ref _lastSource, (long)site << 32 | (uint)source);
        return source;
    }
}
