using Weft.Flows;

namespace Weft.Queues.Concurrent;

/// <summary>What is known of a collection that other threads may change while it is read.</summary>
internal interface ISnapshotted<T>
{
    /// <summary>What the collection holds at one moment, in the order in which it is read, with the spans.</summary>
    /// <param name="collection">The collection that this is attached to.</param>
    /// <param name="site">The site that reads it.</param>
    (T[] Items, SpanColumn Column) Snapshot(object collection, int site);
}
