using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Weft.Queues;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="BlockingCollection{T}.Take()"/>, in a method that puts what it takes into a collection or channel.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static T TakeBlocking<TLineage, T>(BlockingCollection<T> collection, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording) StoredSpan.Forget();
        T item = collection.Take();
        if (TLineage.IsRecording) record = StoredSpan.TakeOut(collection, record, site);
        return item;
    }

    /// <summary>The woven form of <see cref="BlockingCollection{T}.Take(CancellationToken)"/>, in a method that puts what it takes into a collection or channel.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="cancellationToken">The call's token.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static T TakeBlocking<TLineage, T>(BlockingCollection<T> collection, CancellationToken cancellationToken, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording) StoredSpan.Forget();
        T item = collection.Take(cancellationToken);
        if (TLineage.IsRecording) record = StoredSpan.TakeOut(collection, record, site);
        return item;
    }

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryTake(out T)"/>, in a method that puts what it takes into a collection or channel.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="item">The item.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryTakeBlocking<TLineage, T>(BlockingCollection<T> collection, [MaybeNullWhen(false)] out T item, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording) StoredSpan.Forget();
        bool isTaken = collection.TryTake(out item);
        if (TLineage.IsRecording) record = StoredSpan.TakeOut(collection, record, site);
        return isTaken;
    }

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryTake(out T, TimeSpan)"/>, in a method that puts what it takes into a collection or channel.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="item">The item.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryTakeBlocking<TLineage, T>(BlockingCollection<T> collection, [MaybeNullWhen(false)] out T item, TimeSpan timeout, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording) StoredSpan.Forget();
        bool isTaken = collection.TryTake(out item, timeout);
        if (TLineage.IsRecording) record = StoredSpan.TakeOut(collection, record, site);
        return isTaken;
    }

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryTake(out T, int)"/>, in a method that puts what it takes into a collection or channel.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="item">The item.</param>
    /// <param name="millisecondsTimeout">How long to wait.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryTakeBlocking<TLineage, T>(BlockingCollection<T> collection, [MaybeNullWhen(false)] out T item, int millisecondsTimeout, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording) StoredSpan.Forget();
        bool isTaken = collection.TryTake(out item, millisecondsTimeout);
        if (TLineage.IsRecording) record = StoredSpan.TakeOut(collection, record, site);
        return isTaken;
    }

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryTake(out T, int, CancellationToken)"/>, in a method that puts what it takes into a collection or channel.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="item">The item.</param>
    /// <param name="millisecondsTimeout">How long to wait.</param>
    /// <param name="cancellationToken">The call's token.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryTakeBlocking<TLineage, T>(BlockingCollection<T> collection, [MaybeNullWhen(false)] out T item, int millisecondsTimeout, CancellationToken cancellationToken, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording) StoredSpan.Forget();
        bool isTaken = collection.TryTake(out item, millisecondsTimeout, cancellationToken);
        if (TLineage.IsRecording) record = StoredSpan.TakeOut(collection, record, site);
        return isTaken;
    }

    /// <summary>The woven form of <see cref="BlockingCollection{T}.GetConsumingEnumerable()"/>: the records as they were added.</summary>
    public static IEnumerable<T> GetConsumingEnumerable<TLineage, T>(BlockingCollection<T> collection, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && collection is not null && StampedStore<T>.AreAny ? new ConsumedFlow<T>(collection, CancellationToken.None, site) : collection!.GetConsumingEnumerable();

    /// <summary>The woven form of <see cref="BlockingCollection{T}.GetConsumingEnumerable(CancellationToken)"/>: the records as they were added.</summary>
    public static IEnumerable<T> GetConsumingEnumerable<TLineage, T>(BlockingCollection<T> collection, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && collection is not null && StampedStore<T>.AreAny ? new ConsumedFlow<T>(collection, cancellationToken, site) : collection!.GetConsumingEnumerable(cancellationToken);
}
