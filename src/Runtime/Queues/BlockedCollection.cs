using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Weft.Queues;

/// <summary>What a <see cref="BlockingCollection{T}"/> keeps its items in.</summary>
internal static class BlockedCollection<T>
{
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_collection")]
    private static extern ref IProducerConsumerCollection<T> Field(BlockingCollection<T> collection);

    /// <summary>What may be known of its items as a whole: where they are one of the program's own collections, that.</summary>
    internal static object Of(BlockingCollection<T> collection) => Field(collection) is StampedStore<T> store ? store.Known : Field(collection);

    /// <summary>Whether its items have stamps.</summary>
    internal static bool IsStamped(BlockingCollection<T> collection) => Field(collection) is StampedStore<T>;
}
