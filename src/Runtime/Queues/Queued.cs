using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Weft.Queues;

/// <summary>What queues do with records that somebody traced.</summary>
internal static class Queued
{
    [MethodImpl(MethodImplOptions.NoInlining)] // keeps what is woven short
    internal static void Enqueue<T>(Queue<T> queue, T item, LoopRecord record, int site)
    {
        HeldRecords<InQueue<T>, Queue<T>, T>? held = HeldRecords<InQueue<T>, Queue<T>, T>.BeforePut(queue, record, site);
        queue.Enqueue(item);
        held?.Put(queue, record, site);
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // as above
    internal static T Dequeue<T>(Queue<T> queue, ref LoopRecord record, int site)
    {
        HeldRecords<InQueue<T>, Queue<T>, T>? held = HeldRecords<InQueue<T>, Queue<T>, T>.BeforeTake(queue, site, out LoopRecord lost);
        T item = queue.Dequeue();
        record = held?.Take(queue, site) ?? lost.OrNothing(record);
        return item;
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // as above
    internal static bool TryDequeue<T>(Queue<T> queue, [MaybeNullWhen(false)] out T item, ref LoopRecord record, int site)
    {
        HeldRecords<InQueue<T>, Queue<T>, T>? held = HeldRecords<InQueue<T>, Queue<T>, T>.BeforeTake(queue, site, out LoopRecord lost);
        bool isTaken = queue.TryDequeue(out item);
        record = isTaken && held is not null ? held.Take(queue, site) : lost.OrNothing(record);
        return isTaken;
    }

    internal static LoopRecord Peek<T>(Queue<T> queue, LoopRecord record, int site)
    {
        if (queue.Count == 0 || !HeldRecords<InQueue<T>, Queue<T>, T>.AreAny) return LoopRecord.Nothing(record);
        return HeldRecords<InQueue<T>, Queue<T>, T>.BeforeTake(queue, site, out LoopRecord lost)?.Peek(site) ?? lost.OrNothing(record);
    }
}
