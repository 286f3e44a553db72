using System.Diagnostics.CodeAnalysis;
using Weft.Flows;

namespace Weft.Queues.Concurrent;

/// <summary>The records that a concurrent collection holds, beside it: each with a stamp of its own, from the call that put it in, to be told when it is taken out.</summary>
/// <param name="collection">The collection that this is attached to.</param>
/// <param name="site">Where it was first seen.</param>
// Design: nothing that the collection tells says which item came first where several threads put in and take out at once, and values do not tell items apart. So woven code does what the collection does, with its own
// places, and keeps the stamp by the place. No lock but the collection's own, and no order but its own. See docs/decisions/0038.
internal abstract class ConcurrentStamps<TCollection, T>(TCollection collection, int site) : Attachment, ISnapshotted<T> where TCollection : class
{
    /// <summary>How often a thread looks again before it sleeps where another is about to finish.</summary>
    protected const int SpinsBeforeSleep = 8;

    private readonly WeakReference<TCollection> _collection = new(collection); // an attachment must not keep its collection alive

    internal sealed override SpanColumn Column => Collection is { } collection ? Snapshot(collection, site).Column : new RangeColumn(0, 0, 0);

    /// <summary>The collection; null when nobody else has it any more.</summary>
    protected TCollection? Collection => _collection.TryGetTarget(out TCollection? collection) ? collection : null;

    // Each column is that of the moment; whoever reads the records beside it takes both at once.
    internal sealed override bool IsUnchanged(object collection) => true;

    // Who only counts what he reads has not taken both at once.
    internal sealed override bool IsStillUnchanged(object collection) => false;

    /// <inheritdoc/>
    public (T[] Items, SpanColumn Column) Snapshot(object collection, int site) => Snapshot((TCollection)collection, site);

    /// <inheritdoc cref="Snapshot(object, int)"/>
    protected abstract (T[] Items, SpanColumn Column) Snapshot(TCollection collection, int site);

    /// <summary>Gives what the collection holds already the spans of a column, which is made for as many; nobody else knows of these stamps yet.</summary>
    internal abstract void Fill(TCollection collection, Func<int, SpanColumn> columnOf);

    /// <summary>Puts an item in, as the collection does.</summary>
    internal abstract void Put(TCollection collection, T item, Stamp stamp);

    /// <summary>Takes an item out, as the collection does.</summary>
    internal abstract bool TryTake(TCollection collection, [MaybeNullWhen(false)] out T item, out Stamp stamp);

    /// <summary>Shows the item that would be taken out next; its stamp has no span where it was taken meanwhile.</summary>
    internal abstract bool TryPeek(TCollection collection, [MaybeNullWhen(false)] out T item, out Stamp stamp);
}
