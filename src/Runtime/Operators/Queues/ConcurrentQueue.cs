using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Weft.Queues.Concurrent;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="ConcurrentQueue{T}.Enqueue"/>: the item is a root of the call.</summary>
    public static void Enqueue<TLineage, T>(ConcurrentQueue<T> queue, T item, int site) where TLineage : struct, ILineage => Enqueue<TLineage, T>(queue, item, default, site);

    /// <summary>The woven form of <see cref="ConcurrentQueue{T}.Enqueue"/>: the item follows from a record.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="item">The item.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // where nobody traced anything, what is left is the queue's own
    public static void Enqueue<TLineage, T>(ConcurrentQueue<T> queue, T item, LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && queue is not null && (!record.IsNone || StampedCollections<QueueKind<T>, ConcurrentQueue<T>, T>.AreAny)) SharedAccess<QueueKind<T>, ConcurrentQueue<T>, T>.Put(queue, item, record, site);
        else queue!.Enqueue(item);
    }

    /// <summary>The woven form of <see cref="ConcurrentQueue{T}.TryDequeue"/>.</summary>
    public static bool TryDequeue<TLineage, T>(ConcurrentQueue<T> queue, [MaybeNullWhen(false)] out T result, int site) where TLineage : struct, ILineage
    {
        LoopRecord record = default;
        return TryDequeue<TLineage, T>(queue, out result, ref record, site);
    }

    /// <summary>The woven form of <see cref="ConcurrentQueue{T}.TryDequeue"/>; tells the record.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="result">The item.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryDequeue<TLineage, T>(ConcurrentQueue<T> queue, [MaybeNullWhen(false)] out T result, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && queue is not null ? SharedAccess<QueueKind<T>, ConcurrentQueue<T>, T>.TryTake(queue, out result, ref record, site) : queue!.TryDequeue(out result);

    /// <summary>The woven form of <see cref="ConcurrentQueue{T}.TryPeek"/>, in a method that puts what it sees into a collection or channel.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="result">The item.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryPeek<TLineage, T>(ConcurrentQueue<T> queue, [MaybeNullWhen(false)] out T result, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && queue is not null ? SharedAccess<QueueKind<T>, ConcurrentQueue<T>, T>.TryPeek(queue, out result, ref record, site) : queue!.TryPeek(out result);
}
