using System.Collections.Concurrent;
using Weft.Queues;
using Weft.Queues.Concurrent;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>new BlockingCollection&lt;T&gt;()</c>: items keep their spans on the way through it.</summary>
    public static BlockingCollection<T> NewBlockingCollection<TLineage, T>(int site) where TLineage : struct, ILineage
    {
        _ = site;
        return TLineage.IsRecording ? new BlockingCollection<T>(new LineageStore<T>()) : new BlockingCollection<T>();
    }

    /// <summary>The woven form of <c>new BlockingCollection&lt;T&gt;(boundedCapacity)</c>: items keep their spans on the way through it.</summary>
    public static BlockingCollection<T> NewBlockingCollection<TLineage, T>(int boundedCapacity, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return TLineage.IsRecording ? new BlockingCollection<T>(new LineageStore<T>(), boundedCapacity) : new BlockingCollection<T>(boundedCapacity);
    }

    /// <summary>The woven form of <c>new BlockingCollection&lt;T&gt;(collection)</c>: items keep their spans on the way through a queue or stack of .NET's.</summary>
    public static BlockingCollection<T> NewBlockingCollection<TLineage, T>(IProducerConsumerCollection<T> collection, int site) where TLineage : struct, ILineage
        => new(TLineage.IsRecording ? SharedStores.Over(collection, site) : collection);

    /// <summary>The woven form of <c>new BlockingCollection&lt;T&gt;(collection, boundedCapacity)</c>, as that of <c>new BlockingCollection&lt;T&gt;(collection)</c>.</summary>
    public static BlockingCollection<T> NewBlockingCollection<TLineage, T>(IProducerConsumerCollection<T> collection, int boundedCapacity, int site) where TLineage : struct, ILineage
        => new(TLineage.IsRecording ? SharedStores.Over(collection, site) : collection, boundedCapacity);

    /// <summary>The woven form of <see cref="BlockingCollection{T}.Add(T)"/>: the item is a root of the call.</summary>
    public static void AddBlocking<TLineage, T>(BlockingCollection<T> collection, T item, int site) where TLineage : struct, ILineage
        => AddBlocking<TLineage, T>(collection, item, default(LoopRecord), site);

    /// <summary>The woven form of <see cref="BlockingCollection{T}.Add(T)"/>: the item follows from a record.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="item">The item.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static void AddBlocking<TLineage, T>(BlockingCollection<T> collection, T item, LoopRecord record, int site) where TLineage : struct, ILineage
    {
        using StoredSpan.Told told = Tell<TLineage, T>(collection, record, site);
        collection.Add(item);
        if (TLineage.IsRecording) StoredSpan.Added(collection, record, site);
    }

    /// <summary>The woven form of <see cref="BlockingCollection{T}.Add(T, CancellationToken)"/>: the item is a root of the call.</summary>
    public static void AddBlocking<TLineage, T>(BlockingCollection<T> collection, T item, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => AddBlocking<TLineage, T>(collection, item, cancellationToken, default(LoopRecord), site);

    /// <summary>The woven form of <see cref="BlockingCollection{T}.Add(T, CancellationToken)"/>: the item follows from a record.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">The call's token.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static void AddBlocking<TLineage, T>(BlockingCollection<T> collection, T item, CancellationToken cancellationToken, LoopRecord record, int site) where TLineage : struct, ILineage
    {
        using StoredSpan.Told told = Tell<TLineage, T>(collection, record, site);
        collection.Add(item, cancellationToken);
        if (TLineage.IsRecording) StoredSpan.Added(collection, record, site);
    }

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryAdd(T)"/>: the item is a root of the call.</summary>
    public static bool TryAddBlocking<TLineage, T>(BlockingCollection<T> collection, T item, int site) where TLineage : struct, ILineage
        => TryAddBlocking<TLineage, T>(collection, item, default(LoopRecord), site);

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryAdd(T)"/>: the item follows from a record.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="item">The item.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryAddBlocking<TLineage, T>(BlockingCollection<T> collection, T item, LoopRecord record, int site) where TLineage : struct, ILineage
    {
        using StoredSpan.Told told = Tell<TLineage, T>(collection, record, site);
        bool isAdded = collection.TryAdd(item);
        if (TLineage.IsRecording && isAdded) StoredSpan.Added(collection, record, site);
        return isAdded;
    }

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryAdd(T, TimeSpan)"/>: the item is a root of the call.</summary>
    public static bool TryAddBlocking<TLineage, T>(BlockingCollection<T> collection, T item, TimeSpan timeout, int site) where TLineage : struct, ILineage
        => TryAddBlocking<TLineage, T>(collection, item, timeout, default(LoopRecord), site);

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryAdd(T, TimeSpan)"/>: the item follows from a record.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="item">The item.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryAddBlocking<TLineage, T>(BlockingCollection<T> collection, T item, TimeSpan timeout, LoopRecord record, int site) where TLineage : struct, ILineage
    {
        using StoredSpan.Told told = Tell<TLineage, T>(collection, record, site);
        bool isAdded = collection.TryAdd(item, timeout);
        if (TLineage.IsRecording && isAdded) StoredSpan.Added(collection, record, site);
        return isAdded;
    }

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryAdd(T, int)"/>: the item is a root of the call.</summary>
    public static bool TryAddBlocking<TLineage, T>(BlockingCollection<T> collection, T item, int millisecondsTimeout, int site) where TLineage : struct, ILineage
        => TryAddBlocking<TLineage, T>(collection, item, millisecondsTimeout, default(LoopRecord), site);

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryAdd(T, int)"/>: the item follows from a record.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="item">The item.</param>
    /// <param name="millisecondsTimeout">How long to wait.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryAddBlocking<TLineage, T>(BlockingCollection<T> collection, T item, int millisecondsTimeout, LoopRecord record, int site) where TLineage : struct, ILineage
    {
        using StoredSpan.Told told = Tell<TLineage, T>(collection, record, site);
        bool isAdded = collection.TryAdd(item, millisecondsTimeout);
        if (TLineage.IsRecording && isAdded) StoredSpan.Added(collection, record, site);
        return isAdded;
    }

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryAdd(T, int, CancellationToken)"/>: the item is a root of the call.</summary>
    public static bool TryAddBlocking<TLineage, T>(BlockingCollection<T> collection, T item, int millisecondsTimeout, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TryAddBlocking<TLineage, T>(collection, item, millisecondsTimeout, cancellationToken, default(LoopRecord), site);

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryAdd(T, int, CancellationToken)"/>: the item follows from a record.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="item">The item.</param>
    /// <param name="millisecondsTimeout">How long to wait.</param>
    /// <param name="cancellationToken">The call's token.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryAddBlocking<TLineage, T>(BlockingCollection<T> collection, T item, int millisecondsTimeout, CancellationToken cancellationToken, LoopRecord record, int site) where TLineage : struct, ILineage
    {
        using StoredSpan.Told told = Tell<TLineage, T>(collection, record, site);
        bool isAdded = collection.TryAdd(item, millisecondsTimeout, cancellationToken);
        if (TLineage.IsRecording && isAdded) StoredSpan.Added(collection, record, site);
        return isAdded;
    }

    private static StoredSpan.Told Tell<TLineage, T>(object? to, LoopRecord record, int site) where TLineage : struct, ILineage =>
        TLineage.IsRecording && to is not null && StampedStore<T>.AreAny ? StoredSpan.Tell(Stamp.Of(record, site)) : default;
}
