using System.Collections.Concurrent;
using Weft.Queues;

namespace Weft;

// Which of the collections it is does not matter: their store tells of the item on the thread that adds or takes. A call without a token, or a time, is the one with the token or time that .NET takes for it.
public static partial class Woven
{
    /// <summary>The woven form of <see cref="BlockingCollection{T}.AddToAny(BlockingCollection{T}[], T)"/>: the item is a root of the call.</summary>
    public static int AddToAny<TLineage, T>(BlockingCollection<T>[] collections, T item, int site) where TLineage : struct, ILineage
        => AddToAny<TLineage, T>(collections, item, default(LoopRecord), site);

    /// <summary>The woven form of <see cref="BlockingCollection{T}.AddToAny(BlockingCollection{T}[], T)"/>: the item follows from a record.</summary>
    /// <param name="collections">The collections.</param>
    /// <param name="item">The item.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static int AddToAny<TLineage, T>(BlockingCollection<T>[] collections, T item, LoopRecord record, int site) where TLineage : struct, ILineage
        => AddToAny<TLineage, T>(collections, item, CancellationToken.None, record, site);

    /// <summary>The woven form of <see cref="BlockingCollection{T}.AddToAny(BlockingCollection{T}[], T, CancellationToken)"/>: the item is a root of the call.</summary>
    public static int AddToAny<TLineage, T>(BlockingCollection<T>[] collections, T item, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => AddToAny<TLineage, T>(collections, item, cancellationToken, default(LoopRecord), site);

    /// <summary>The woven form of <see cref="BlockingCollection{T}.AddToAny(BlockingCollection{T}[], T, CancellationToken)"/>: the item follows from a record.</summary>
    /// <param name="collections">The collections.</param>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">The call's token.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static int AddToAny<TLineage, T>(BlockingCollection<T>[] collections, T item, CancellationToken cancellationToken, LoopRecord record, int site) where TLineage : struct, ILineage
    {
        using StoredSpan.Told told = Tell<TLineage, T>(collections, record, site);
        int added = BlockingCollection<T>.AddToAny(collections, item, cancellationToken);
        if (TLineage.IsRecording && added >= 0) StoredSpan.Added(collections[added], record, site);
        return added;
    }

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryAddToAny(BlockingCollection{T}[], T)"/>: the item is a root of the call.</summary>
    public static int TryAddToAny<TLineage, T>(BlockingCollection<T>[] collections, T item, int site) where TLineage : struct, ILineage
        => TryAddToAny<TLineage, T>(collections, item, default(LoopRecord), site);

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryAddToAny(BlockingCollection{T}[], T)"/>: the item follows from a record.</summary>
    /// <param name="collections">The collections.</param>
    /// <param name="item">The item.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static int TryAddToAny<TLineage, T>(BlockingCollection<T>[] collections, T item, LoopRecord record, int site) where TLineage : struct, ILineage
        => TryAddToAny<TLineage, T>(collections, item, 0, CancellationToken.None, record, site);

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryAddToAny(BlockingCollection{T}[], T, TimeSpan)"/>: the item is a root of the call.</summary>
    public static int TryAddToAny<TLineage, T>(BlockingCollection<T>[] collections, T item, TimeSpan timeout, int site) where TLineage : struct, ILineage
        => TryAddToAny<TLineage, T>(collections, item, timeout, default(LoopRecord), site);

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryAddToAny(BlockingCollection{T}[], T, TimeSpan)"/>: the item follows from a record.</summary>
    /// <param name="collections">The collections.</param>
    /// <param name="item">The item.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static int TryAddToAny<TLineage, T>(BlockingCollection<T>[] collections, T item, TimeSpan timeout, LoopRecord record, int site) where TLineage : struct, ILineage
    {
        using StoredSpan.Told told = Tell<TLineage, T>(collections, record, site);
        int added = BlockingCollection<T>.TryAddToAny(collections, item, timeout);
        if (TLineage.IsRecording && added >= 0) StoredSpan.Added(collections[added], record, site);
        return added;
    }

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryAddToAny(BlockingCollection{T}[], T, int)"/>: the item is a root of the call.</summary>
    public static int TryAddToAny<TLineage, T>(BlockingCollection<T>[] collections, T item, int millisecondsTimeout, int site) where TLineage : struct, ILineage
        => TryAddToAny<TLineage, T>(collections, item, millisecondsTimeout, default(LoopRecord), site);

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryAddToAny(BlockingCollection{T}[], T, int)"/>: the item follows from a record.</summary>
    /// <param name="collections">The collections.</param>
    /// <param name="item">The item.</param>
    /// <param name="millisecondsTimeout">How long to wait.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static int TryAddToAny<TLineage, T>(BlockingCollection<T>[] collections, T item, int millisecondsTimeout, LoopRecord record, int site) where TLineage : struct, ILineage
        => TryAddToAny<TLineage, T>(collections, item, millisecondsTimeout, CancellationToken.None, record, site);

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryAddToAny(BlockingCollection{T}[], T, int, CancellationToken)"/>: the item is a root of the call.</summary>
    public static int TryAddToAny<TLineage, T>(BlockingCollection<T>[] collections, T item, int millisecondsTimeout, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TryAddToAny<TLineage, T>(collections, item, millisecondsTimeout, cancellationToken, default(LoopRecord), site);

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryAddToAny(BlockingCollection{T}[], T, int, CancellationToken)"/>: the item follows from a record.</summary>
    /// <param name="collections">The collections.</param>
    /// <param name="item">The item.</param>
    /// <param name="millisecondsTimeout">How long to wait.</param>
    /// <param name="cancellationToken">The call's token.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static int TryAddToAny<TLineage, T>(BlockingCollection<T>[] collections, T item, int millisecondsTimeout, CancellationToken cancellationToken, LoopRecord record, int site) where TLineage : struct, ILineage
    {
        using StoredSpan.Told told = Tell<TLineage, T>(collections, record, site);
        int added = BlockingCollection<T>.TryAddToAny(collections, item, millisecondsTimeout, cancellationToken);
        if (TLineage.IsRecording && added >= 0) StoredSpan.Added(collections[added], record, site);
        return added;
    }

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TakeFromAny(BlockingCollection{T}[], out T)"/>, in a method that puts what it takes into a collection or channel.</summary>
    /// <param name="collections">The collections.</param>
    /// <param name="item">The item.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static int TakeFromAny<TLineage, T>(BlockingCollection<T>[] collections, out T? item, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => TakeFromAny<TLineage, T>(collections, out item, CancellationToken.None, ref record, site);

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TakeFromAny(BlockingCollection{T}[], out T, CancellationToken)"/>, in a method that puts what it takes into a collection or channel.</summary>
    /// <param name="collections">The collections.</param>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">The call's token.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static int TakeFromAny<TLineage, T>(BlockingCollection<T>[] collections, out T? item, CancellationToken cancellationToken, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording) StoredSpan.Forget();
        int taken = BlockingCollection<T>.TakeFromAny(collections, out item, cancellationToken);
        if (TLineage.IsRecording) record = StoredSpan.TakeOut(taken < 0 ? null : collections[taken], record, site);
        return taken;
    }

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryTakeFromAny(BlockingCollection{T}[], out T)"/>, in a method that puts what it takes into a collection or channel.</summary>
    /// <param name="collections">The collections.</param>
    /// <param name="item">The item.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static int TryTakeFromAny<TLineage, T>(BlockingCollection<T>[] collections, out T? item, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => TryTakeFromAny<TLineage, T>(collections, out item, 0, CancellationToken.None, ref record, site);

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryTakeFromAny(BlockingCollection{T}[], out T, TimeSpan)"/>, in a method that puts what it takes into a collection or channel.</summary>
    /// <param name="collections">The collections.</param>
    /// <param name="item">The item.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static int TryTakeFromAny<TLineage, T>(BlockingCollection<T>[] collections, out T? item, TimeSpan timeout, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording) StoredSpan.Forget();
        int taken = BlockingCollection<T>.TryTakeFromAny(collections, out item, timeout);
        if (TLineage.IsRecording) record = StoredSpan.TakeOut(taken < 0 ? null : collections[taken], record, site);
        return taken;
    }

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryTakeFromAny(BlockingCollection{T}[], out T, int)"/>, in a method that puts what it takes into a collection or channel.</summary>
    /// <param name="collections">The collections.</param>
    /// <param name="item">The item.</param>
    /// <param name="millisecondsTimeout">How long to wait.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static int TryTakeFromAny<TLineage, T>(BlockingCollection<T>[] collections, out T? item, int millisecondsTimeout, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => TryTakeFromAny<TLineage, T>(collections, out item, millisecondsTimeout, CancellationToken.None, ref record, site);

    /// <summary>The woven form of <see cref="BlockingCollection{T}.TryTakeFromAny(BlockingCollection{T}[], out T, int, CancellationToken)"/>, in a method that puts what it takes into a collection or channel.</summary>
    /// <param name="collections">The collections.</param>
    /// <param name="item">The item.</param>
    /// <param name="millisecondsTimeout">How long to wait.</param>
    /// <param name="cancellationToken">The call's token.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static int TryTakeFromAny<TLineage, T>(BlockingCollection<T>[] collections, out T? item, int millisecondsTimeout, CancellationToken cancellationToken, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording) StoredSpan.Forget();
        int taken = BlockingCollection<T>.TryTakeFromAny(collections, out item, millisecondsTimeout, cancellationToken);
        if (TLineage.IsRecording) record = StoredSpan.TakeOut(taken < 0 ? null : collections[taken], record, site);
        return taken;
    }
}
