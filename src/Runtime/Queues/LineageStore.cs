using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Weft.Channels;

namespace Weft.Queues;

/// <summary>The store of a <see cref="BlockingCollection{T}"/> that was given none: a queue of messages, seen as one of items.</summary>
internal sealed class LineageStore<T> : StampedStore<T>
{
    private readonly ConcurrentQueue<Message<T>> _messages = new();

    protected override ICollection Items => _messages;

    public override T[] ToArray() => Array.ConvertAll(_messages.ToArray(), static message => message.Item);

    protected override void Put(T item, Stamp stamp) => _messages.Enqueue(new(item, stamp));

    protected override bool TryTake([MaybeNullWhen(false)] out T item, out Stamp? stamp)
    {
        bool isTaken = _messages.TryDequeue(out Message<T> message);
        (item, stamp) = (message.Item, message.Stamp);
        return isTaken;
    }
}
