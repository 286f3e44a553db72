using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Weft.Queues.Prioritized;

/// <summary>What priority queues do with records that somebody traced.</summary>
internal static class Prioritized
{
    [MethodImpl(MethodImplOptions.NoInlining)] // keeps what is woven short
    internal static void Enqueue<TElement, TPriority>(PriorityQueue<TElement, TPriority> queue, TElement element, TPriority priority, LoopRecord record, int site)
    {
        PrioritizedRecords<TElement, TPriority>? records = PrioritizedRecords<TElement, TPriority>.BeforePut(queue, !record.IsNone, site);
        queue.Enqueue(element, priority);
        records?.Put(queue, element, priority, record, site);
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // as above
    internal static TElement Dequeue<TElement, TPriority>(PriorityQueue<TElement, TPriority> queue, ref LoopRecord record, int site)
    {
        PrioritizedRecords<TElement, TPriority>? records = PrioritizedRecords<TElement, TPriority>.BeforeTake(queue, site, out LoopRecord lost);
        TElement element = queue.Dequeue();
        record = records?.Take(queue, site) ?? lost.OrNothing(record);
        return element;
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // as above
    internal static bool TryDequeue<TElement, TPriority>(PriorityQueue<TElement, TPriority> queue, [MaybeNullWhen(false)] out TElement element, [MaybeNullWhen(false)] out TPriority priority, ref LoopRecord record, int site)
    {
        PrioritizedRecords<TElement, TPriority>? records = PrioritizedRecords<TElement, TPriority>.BeforeTake(queue, site, out LoopRecord lost);
        bool isTaken = queue.TryDequeue(out element, out priority);
        record = isTaken && records is not null ? records.Take(queue, site) : lost.OrNothing(record);
        return isTaken;
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // as above
    internal static bool Remove<TElement, TPriority>(
        PriorityQueue<TElement, TPriority> queue, TElement element, [MaybeNullWhen(false)] out TElement removed, [MaybeNullWhen(false)] out TPriority priority, IEqualityComparer<TElement>? comparer, ref LoopRecord record, int site)
    {
        PrioritizedRecords<TElement, TPriority>? records = PrioritizedRecords<TElement, TPriority>.BeforeTake(queue, site, out LoopRecord lost);
        bool isRemoved = queue.Remove(element, out removed, out priority, comparer);
        record = isRemoved && records is not null ? records.Remove(queue, removed!, priority!, site) : lost.OrNothing(record);
        return isRemoved;
    }

    internal static LoopRecord Peek<TElement, TPriority>(PriorityQueue<TElement, TPriority> queue, LoopRecord record, int site)
    {
        if (queue.Count == 0) return LoopRecord.Nothing(record);
        return PrioritizedRecords<TElement, TPriority>.BeforeTake(queue, site, out LoopRecord lost)?.Peek(site) ?? lost.OrNothing(record);
    }
}
