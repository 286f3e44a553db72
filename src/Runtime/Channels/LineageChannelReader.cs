using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Weft.Channels;

/// <summary>The reading end of a channel whose items carry spans.</summary>
internal sealed class LineageChannelReader<T>(ChannelReader<Message<T>> messages) : ChannelReader<T>
{
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

    /// <inheritdoc/>
    public override bool TryRead([MaybeNullWhen(false)] out T item)
    {
        bool isRead = messages.TryRead(out Message<T> message);
        item = message.Item;
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
    public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default) => messages.WaitToReadAsync(cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<T> ReadAsync(CancellationToken cancellationToken = default)
    {
        ValueTask<Message<T>> read = messages.ReadAsync(cancellationToken);
        if (read.IsCompletedSuccessfully) return new(read.Result.Item);
        ItemRead<T> waiting = Interlocked.Exchange(ref _idle, null) ?? new ItemRead<T>(this);
        return waiting.Start(read);
    }

    /// <summary>Gives back a read that is over.</summary>
    internal void Return(ItemRead<T> read) => Volatile.Write(ref _idle, read);
}
