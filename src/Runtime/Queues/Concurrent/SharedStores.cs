using System.Collections.Concurrent;

namespace Weft.Queues.Concurrent;

/// <summary>The stores of blocking collections that the program has given a collection.</summary>
internal static class SharedStores
{
    /// <summary>What follows the items of a collection that a blocking one is made over: a store over it, or itself where nothing does. One of a derived class may do what it wants.</summary>
    internal static IProducerConsumerCollection<T> Over<T>(IProducerConsumerCollection<T> given, int site) => given switch
    {
        ConcurrentQueue<T> queue when queue.GetType() == typeof(ConcurrentQueue<T>) && QueueKind<T>.IsKnown => new SharedStore<QueueKind<T>, ConcurrentQueue<T>, T>(queue, site),
        ConcurrentStack<T> stack when stack.GetType() == typeof(ConcurrentStack<T>) && StackKind<T>.IsKnown => new SharedStore<StackKind<T>, ConcurrentStack<T>, T>(stack, site),
        _ => given,
    };
}
