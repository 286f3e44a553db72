using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Weft.Channels;

namespace Weft.Queues;

/// <summary>What a <see cref="BlockingCollection{T}"/> keeps its items in whose items carry spans: a queue of messages, seen as one of items.</summary>
// Design: the collection is .NET's own, and calls this on the thread that adds or takes, before its own call returns. So the span goes beside the item in a field of
// the thread, set for the length of one call.
internal sealed class LineageStore<T> : IProducerConsumerCollection<T>
{
    private readonly ConcurrentQueue<Message<T>> _messages = new();

    internal LineageStore() => AreAny = true;

    /// <summary>Whether there ever was one.</summary>
    internal static bool AreAny { get; private set; }

    /// <inheritdoc/>
    public int Count => _messages.Count;

    /// <inheritdoc/>
    public bool IsSynchronized => ((ICollection)_messages).IsSynchronized;

    /// <inheritdoc/>
    public object SyncRoot => ((ICollection)_messages).SyncRoot;

    /// <inheritdoc/>
    public bool TryAdd(T item)
    {
        _messages.Enqueue(new(item, StoredSpan.TakeIn()));
        return true;
    }

    /// <inheritdoc/>
    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        bool isTaken = _messages.TryDequeue(out Message<T> message);
        if (isTaken) StoredSpan.GiveOut(message.Stamp);
        if (isTaken && !message.Stamp.Event.IsNone) ExecutionUnit.Current.Receive(message.Stamp.Event, message.Span, site: 0); // whoever asked
        item = message.Item;
        return isTaken;
    }

    /// <inheritdoc/>
    public T[] ToArray() => Array.ConvertAll(_messages.ToArray(), static message => message.Item);

    /// <inheritdoc/>
    public void CopyTo(T[] array, int index) => ToArray().CopyTo(array, index);

    /// <inheritdoc/>
    public void CopyTo(Array array, int index) => ((ICollection)ToArray()).CopyTo(array, index);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
