using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Weft.Queues;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="Queue{T}.Enqueue"/>: the item is a root of the call.</summary>
    public static void Enqueue<TLineage, T>(Queue<T> queue, T item, int site) where TLineage : struct, ILineage => Enqueue<TLineage, T>(queue, item, default, site);

    /// <summary>The woven form of <see cref="Queue{T}.Enqueue"/>: the item follows from a record.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="item">The item.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // where nobody traced anything, what is left is the queue's own
    public static void Enqueue<TLineage, T>(Queue<T> queue, T item, LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && queue is not null && (!record.IsNone || HeldRecords<InQueue<T>, Queue<T>, T>.AreAny)) Queued.Enqueue(queue, item, record, site);
        else queue!.Enqueue(item);
    }

    /// <summary>The woven form of <see cref="Queue{T}.Dequeue"/>.</summary>
    public static T Dequeue<TLineage, T>(Queue<T> queue, int site) where TLineage : struct, ILineage
    {
        LoopRecord record = default;
        return Dequeue<TLineage, T>(queue, ref record, site);
    }

    /// <summary>The woven form of <see cref="Queue{T}.Dequeue"/>; tells the record.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Enqueue
    public static T Dequeue<TLineage, T>(Queue<T> queue, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && queue is not null && HeldRecords<InQueue<T>, Queue<T>, T>.AreAny) return Queued.Dequeue(queue, ref record, site);
        if (TLineage.IsRecording) record = LoopRecord.Nothing(record);
        return queue!.Dequeue();
    }

    /// <summary>The woven form of <see cref="Queue{T}.TryDequeue"/>.</summary>
    public static bool TryDequeue<TLineage, T>(Queue<T> queue, [MaybeNullWhen(false)] out T result, int site) where TLineage : struct, ILineage
    {
        LoopRecord record = default;
        return TryDequeue<TLineage, T>(queue, out result, ref record, site);
    }

    /// <summary>The woven form of <see cref="Queue{T}.TryDequeue"/>; tells the record.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="result">The item.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Enqueue
    public static bool TryDequeue<TLineage, T>(Queue<T> queue, [MaybeNullWhen(false)] out T result, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && queue is not null && HeldRecords<InQueue<T>, Queue<T>, T>.AreAny) return Queued.TryDequeue(queue, out result, ref record, site);
        if (TLineage.IsRecording) record = LoopRecord.Nothing(record);
        return queue!.TryDequeue(out result);
    }

    /// <summary>The woven form of <see cref="Queue{T}.Peek"/>, in a method that puts what it sees into a collection or channel.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static T Peek<TLineage, T>(Queue<T> queue, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && queue is not null) record = Queued.Peek(queue, record, site);
        return queue!.Peek();
    }

    /// <summary>The woven form of <see cref="Queue{T}.TryPeek"/>, as that of <see cref="Queue{T}.Peek"/>.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="result">The item.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryPeek<TLineage, T>(Queue<T> queue, [MaybeNullWhen(false)] out T result, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && queue is not null) record = Queued.Peek(queue, record, site);
        return queue!.TryPeek(out result);
    }
}
