using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Weft.Capture;

namespace Weft.Channels;

/// <summary>The reading end of a channel whose items carry spans.</summary>
[DebuggerDisplay("Items = {ItemCount}, Closed = {IsClosed}")]
[DebuggerTypeProxy(typeof(ReaderForDebugger<>))]
internal sealed class LineageChannelReader<T>(ChannelReader<Message<T>> messages, ReadersWait readers) : ChannelReader<T>
{
    private long _lastStep; // of the last site that took an item out: the site above, the step behind it below; 0 at first
    private long _taken; // items that code which is not woven wrote, and woven code took out
    private ItemRead<T>? _idle; // the last read that had to wait, to be used again

    /// <inheritdoc/>
    public override Task Completion => messages.Completion;

    /// <inheritdoc/>
    public override bool CanCount => messages.CanCount;

    /// <inheritdoc/>
    public override bool CanPeek => messages.CanPeek;

    /// <inheritdoc/>
    public override int Count => messages.Count;

    /// <summary>The messages themselves.</summary>
    internal ChannelReader<Message<T>> Messages => messages;

    private int ItemCount => new ReaderForDebugger<T>(this).Items.Length;

    private bool IsClosed => Completion.IsCompleted;

    /// <inheritdoc/>
    public override bool TryRead([MaybeNullWhen(false)] out T item)
    {
        bool isRead = messages.TryRead(out Message<T> message);
        item = message.Item;
        Received(message, site: 0);
        return isRead;
    }

    /// <inheritdoc/>
    public override bool TryPeek([MaybeNullWhen(false)] out T item)
    {
        bool isThere = messages.TryPeek(out Message<T> message);
        item = message.Item;
        return isThere;
    }

    /// <inheritdoc/>
    public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default)
    {
        ValueTask<bool> wait = messages.WaitToReadAsync(cancellationToken);
        if (!wait.IsCompleted) readers.Begin();
        return wait;
    }

    /// <inheritdoc/>
    public override ValueTask<T> ReadAsync(CancellationToken cancellationToken = default)
    {
        ValueTask<Message<T>> read = messages.ReadAsync(cancellationToken);
        if (read.IsCompletedSuccessfully)
        {
            Message<T> message = read.Result;
            Received(message, site: 0);
            return new(message.Item);
        }
        readers.Begin();
        ItemRead<T> waiting = Interlocked.Exchange(ref _idle, null) ?? new ItemRead<T>(this);
        return waiting.Start(read);
    }

    /// <summary>As <see cref="TryRead(out T)"/>; tells the record.</summary>
    internal bool TryRead([MaybeNullWhen(false)] out T item, ref LoopRecord record, int site)
    {
        bool isRead = messages.TryRead(out Message<T> message);
        item = message.Item;
        record = isRead ? RecordOf(message, site) : LoopRecord.Nothing(record);
        Received(message, site);
        return isRead;
    }

    /// <summary>As <see cref="TryPeek(out T)"/>; tells the record.</summary>
    internal bool TryPeek([MaybeNullWhen(false)] out T item, ref LoopRecord record, int site)
    {
        bool isThere = messages.TryPeek(out Message<T> message);
        item = message.Item;
        // What nobody traced gets its span when it is read.
        record = isThere && message.Span != 0 ? RecordOf(message, site) : LoopRecord.Nothing(record);
        return isThere;
    }

    /// <summary>As <see cref="ReadAsync(CancellationToken)"/>; tells the record, or the number of the read by which it is told when that is over.</summary>
    internal ValueTask<T> ReadAsync(ref LoopRecord record, int site, CancellationToken cancellationToken)
    {
        ValueTask<Message<T>> read = messages.ReadAsync(cancellationToken);
        if (read.IsCompletedSuccessfully)
        {
            Message<T> message = read.Result;
            record = RecordOf(message, site);
            Received(message, site);
            return new(message.Item);
        }
        readers.Begin();
        ItemRead<T> waiting = Interlocked.Exchange(ref _idle, null) ?? new ItemRead<T>(this);
        return waiting.Start(read, site, ref record);
    }

    /// <summary>The current unit has taken a message out: it comes behind who wrote it.</summary>
    internal static void Received(in Message<T> message, int site)
    {
        if (!message.Stamp.Event.IsNone) ExecutionUnit.Current.Receive(message.Stamp.Event, message.Span, site);
    }

    /// <summary>A read of messages begins to wait.</summary>
    internal void Wait() => readers.Begin();

    /// <summary>The record of a message that was taken out at a site.</summary>
    internal LoopRecord RecordOf(in Message<T> message, int site)
        => new(message.Span != 0 ? message.Span : Recorder.RootRange(Sources.Value(site), Interlocked.Increment(ref _taken) - 1, 1), StepAt(site));

    private int StepAt(int site)
    {
        long last = Volatile.Read(ref _lastStep);
        if (last >> 32 == site && last != 0) return (int)last;
        int step = Steps.Intern(site);
        Volatile.Write(ref _lastStep, (long)site << 32 | (uint)step);
        return step;
    }

    /// <summary>Gives back a read that is over.</summary>
    internal void Return(ItemRead<T> read) => Volatile.Write(ref _idle, read);
}
