using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Weft.Queues;

/// <summary>What a <see cref="BlockingCollection{T}"/> keeps its items in, each with a stamp.</summary>
// Design: the blocking collection is .NET's own, and calls this on the thread that adds or takes, before its own call returns. So the stamp goes beside the item in a field of
// the thread, set for the length of one call.
internal abstract class StampedStore<T> : IProducerConsumerCollection<T>
{
    protected StampedStore() => AreAny = true;

    /// <summary>Whether there ever was one.</summary>
    internal static bool AreAny { get; private set; }

    /// <inheritdoc/>
    public int Count => Items.Count;

    /// <inheritdoc/>
    public bool IsSynchronized => Items.IsSynchronized;

    /// <inheritdoc/>
    public object SyncRoot => Items.SyncRoot;

    /// <summary>What may be known of the items as a whole: this, or the collection that the program has given.</summary>
    internal virtual object Known => this;

    /// <summary>Where the items are.</summary>
    protected abstract ICollection Items { get; }

    /// <inheritdoc/>
    public bool TryAdd(T item)
    {
        Put(item, StoredSpan.TakeIn());
        return true;
    }

    /// <inheritdoc/>
    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        bool isTaken = TryTake(out item, out Stamp? stamp);
        if (isTaken && stamp is { } told) StoredSpan.GiveOut(told);
        return isTaken;
    }

    /// <inheritdoc/>
    public abstract T[] ToArray();

    /// <inheritdoc/>
    public void CopyTo(T[] array, int index) => ToArray().CopyTo(array, index);

    /// <inheritdoc/>
    public void CopyTo(Array array, int index) => ((ICollection)ToArray()).CopyTo(array, index);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    protected abstract void Put(T item, Stamp stamp);

    /// <summary>Takes an item out; without a stamp where nobody follows the items one by one.</summary>
    protected abstract bool TryTake([MaybeNullWhen(false)] out T item, out Stamp? stamp);
}
