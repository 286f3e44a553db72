using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Weft.Queues;

/// <summary>What a <see cref="BlockingCollection{T}"/> keeps its items in.</summary>
internal static class BlockedCollection<T>
{
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_collection")]
    private static extern ref IProducerConsumerCollection<T> Field(BlockingCollection<T> collection);

    internal static IProducerConsumerCollection<T> Of(BlockingCollection<T> collection) => Field(collection);
}
