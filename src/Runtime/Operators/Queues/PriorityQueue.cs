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

    /// <summary>The woven form of <see cref="PriorityQueue{TElement, TPriority}.EnqueueRange(IEnumerable{ValueTuple{TElement, TPriority}})"/>: the elements bring their records.</summary>
    public static void EnqueueRange<TLineage, TElement, TPriority>(PriorityQueue<TElement, TPriority> queue, IEnumerable<(TElement Element, TPriority Priority)> items, int site) where TLineage : struct, ILineage
        => EnqueueRange<TLineage, TElement, TPriority>(queue, items, default(LoopRecord), site);

    /// <summary>As <see cref="EnqueueRange{TLineage, TElement, TPriority}(PriorityQueue{TElement, TPriority}, IEnumerable{ValueTuple{TElement, TPriority}}, int)"/>, of a sequence that is made of a record: the elements follow from that, too.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="items">The elements with their priorities.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static void EnqueueRange<TLineage, TElement, TPriority>(PriorityQueue<TElement, TPriority> queue, IEnumerable<(TElement Element, TPriority Priority)> items, LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && queue is not null && items is not null) EnqueuedRange.Enqueue(queue, items, queue.EnqueueRange, static item => item, record, site);
        else queue!.EnqueueRange(items!);
    }

    /// <summary>The woven form of <see cref="PriorityQueue{TElement, TPriority}.EnqueueRange(IEnumerable{TElement}, TPriority)"/>: the elements bring their records.</summary>
    public static void EnqueueRange<TLineage, TElement, TPriority>(PriorityQueue<TElement, TPriority> queue, IEnumerable<TElement> elements, TPriority priority, int site) where TLineage : struct, ILineage
        => EnqueueRange<TLineage, TElement, TPriority>(queue, elements, priority, default, site);

    /// <summary>As <see cref="EnqueueRange{TLineage, TElement, TPriority}(PriorityQueue{TElement, TPriority}, IEnumerable{TElement}, TPriority, int)"/>, of a sequence that is made of a record: the elements follow from that, too.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="elements">The elements.</param>
    /// <param name="priority">Their priority.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static void EnqueueRange<TLineage, TElement, TPriority>(PriorityQueue<TElement, TPriority> queue, IEnumerable<TElement> elements, TPriority priority, LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && queue is not null && elements is not null) EnqueuedRange.Enqueue(queue, elements, records => queue.EnqueueRange(records, priority), element => (element, priority), record, site);
        else queue!.EnqueueRange(elements!, priority);
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

    /// <summary>The woven form of <see cref="PriorityQueue{TElement, TPriority}.Remove"/>.</summary>
    public static bool Remove<TLineage, TElement, TPriority>(
        PriorityQueue<TElement, TPriority> queue, TElement element, [MaybeNullWhen(false)] out TElement removedElement, [MaybeNullWhen(false)] out TPriority priority, IEqualityComparer<TElement>? equalityComparer, int site)
        where TLineage : struct, ILineage
    {
        LoopRecord record = default;
        return Remove<TLineage, TElement, TPriority>(queue, element, out removedElement, out priority, equalityComparer, ref record, site);
    }

    /// <summary>The woven form of <see cref="PriorityQueue{TElement, TPriority}.Remove"/>; tells the record.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="element">What is looked for.</param>
    /// <param name="removedElement">The element found.</param>
    /// <param name="priority">Its priority.</param>
    /// <param name="equalityComparer">What compares elements; null is the default.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static bool Remove<TLineage, TElement, TPriority>(
        PriorityQueue<TElement, TPriority> queue, TElement element, [MaybeNullWhen(false)] out TElement removedElement, [MaybeNullWhen(false)] out TPriority priority, IEqualityComparer<TElement>? equalityComparer, ref LoopRecord record, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording && queue is not null
            ? Prioritized.Remove(queue, element, out removedElement, out priority, equalityComparer, ref record, site)
            : queue!.Remove(element, out removedElement, out priority, equalityComparer);

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
