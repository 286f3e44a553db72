using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Weft.Queues.Prioritized;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="PriorityQueue{TElement, TPriority}.Enqueue"/>: the element is a root of the call.</summary>
    public static void Enqueue<TLineage, TElement, TPriority>(PriorityQueue<TElement, TPriority> queue, TElement element, TPriority priority, int site) where TLineage : struct, ILineage
        => Enqueue<TLineage, TElement, TPriority>(queue, element, priority, default, site);

    /// <summary>The woven form of <see cref="PriorityQueue{TElement, TPriority}.Enqueue"/>: the element follows from a record.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="element">The element.</param>
    /// <param name="priority">Its priority.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // where nobody traced anything, what is left is the queue's own
    public static void Enqueue<TLineage, TElement, TPriority>(PriorityQueue<TElement, TPriority> queue, TElement element, TPriority priority, LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && queue is not null && (!record.IsNone || PrioritizedRecords<TElement, TPriority>.AreAny)) Prioritized.Enqueue(queue, element, priority, record, site);
        else queue!.Enqueue(element, priority);
    }

    /// <summary>The woven form of <see cref="PriorityQueue{TElement, TPriority}.Dequeue"/>.</summary>
    public static TElement Dequeue<TLineage, TElement, TPriority>(PriorityQueue<TElement, TPriority> queue, int site) where TLineage : struct, ILineage
    {
        LoopRecord record = default;
        return Dequeue<TLineage, TElement, TPriority>(queue, ref record, site);
    }

    /// <summary>The woven form of <see cref="PriorityQueue{TElement, TPriority}.Dequeue"/>; tells the record.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static TElement Dequeue<TLineage, TElement, TPriority>(PriorityQueue<TElement, TPriority> queue, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && queue is not null ? Prioritized.Dequeue(queue, ref record, site) : queue!.Dequeue();

    /// <summary>The woven form of <see cref="PriorityQueue{TElement, TPriority}.TryDequeue"/>.</summary>
    public static bool TryDequeue<TLineage, TElement, TPriority>(PriorityQueue<TElement, TPriority> queue, [MaybeNullWhen(false)] out TElement element, [MaybeNullWhen(false)] out TPriority priority, int site) where TLineage : struct, ILineage
    {
        LoopRecord record = default;
        return TryDequeue<TLineage, TElement, TPriority>(queue, out element, out priority, ref record, site);
    }

    /// <summary>The woven form of <see cref="PriorityQueue{TElement, TPriority}.TryDequeue"/>; tells the record.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="element">The element.</param>
    /// <param name="priority">Its priority.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryDequeue<TLineage, TElement, TPriority>(PriorityQueue<TElement, TPriority> queue, [MaybeNullWhen(false)] out TElement element, [MaybeNullWhen(false)] out TPriority priority, ref LoopRecord record, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording && queue is not null ? Prioritized.TryDequeue(queue, out element, out priority, ref record, site) : queue!.TryDequeue(out element, out priority);

    /// <summary>The woven form of <see cref="PriorityQueue{TElement, TPriority}.Peek"/>, in a method that puts what it sees into a collection or channel.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static TElement Peek<TLineage, TElement, TPriority>(PriorityQueue<TElement, TPriority> queue, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && queue is not null) record = Prioritized.Peek(queue, record, site);
        return queue!.Peek();
    }

    /// <summary>The woven form of <see cref="PriorityQueue{TElement, TPriority}.TryPeek"/>, as that of <see cref="PriorityQueue{TElement, TPriority}.Peek"/>.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="element">The element.</param>
    /// <param name="priority">Its priority.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryPeek<TLineage, TElement, TPriority>(PriorityQueue<TElement, TPriority> queue, [MaybeNullWhen(false)] out TElement element, [MaybeNullWhen(false)] out TPriority priority, ref LoopRecord record, int site)
        where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && queue is not null) record = Prioritized.Peek(queue, record, site);
        return queue!.TryPeek(out element, out priority);
    }
}
