using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Weft.Flows.Loops;

namespace Weft.Queues.Concurrent;

/// <summary>What concurrent collections do with records that somebody traced.</summary>
internal static class Shared
{
    [MethodImpl(MethodImplOptions.NoInlining)] // keeps what is woven short
    internal static void Enqueue<T>(ConcurrentQueue<T> queue, T item, LoopRecord record, int site)
    {
        if (QueuedStamps<T>.FindOrAttach(queue, record, site) is { } stamps)
        {
            stamps.Enqueue(queue, item, Stamp.Of(record, site));
            return;
        }
        queue.Enqueue(item);
        if (!record.IsNone) FilledCollections.Tell(queue, site);
    }

    internal static bool TryDequeue<T>(ConcurrentQueue<T> queue, [MaybeNullWhen(false)] out T item, ref LoopRecord record, int site)
    {
        if (QueuedStamps<T>.AreAny && QueuedStamps<T>.Find(queue) is { } stamps)
        {
            bool isTaken = stamps.TryDequeue(queue, out item, out Stamp stamp);
            record = isTaken ? stamp.TakenOutAt(site) : LoopRecord.Nothing(record);
            return isTaken;
        }
        record = Untold(queue, record, site);
        return queue.TryDequeue(out item);
    }

    internal static bool TryPeek<T>(ConcurrentQueue<T> queue, [MaybeNullWhen(false)] out T item, ref LoopRecord record, int site)
    {
        if (QueuedStamps<T>.AreAny && QueuedStamps<T>.Find(queue) is { } stamps)
        {
            bool isThere = stamps.TryPeek(queue, out item, out Stamp stamp);
            record = isThere ? stamp.TakenOutAt(site) : LoopRecord.Nothing(record);
            return isThere;
        }
        record = Untold(queue, record, site);
        return queue.TryPeek(out item);
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // as above
    internal static void Push<T>(ConcurrentStack<T> stack, T item, LoopRecord record, int site)
    {
        if (StackedStamps<T>.FindOrAttach(stack, record, site) is { } stamps)
        {
            stamps.Push(stack, item, Stamp.Of(record, site));
            return;
        }
        stack.Push(item);
        if (!record.IsNone) FilledCollections.Tell(stack, site);
    }

    internal static bool TryPop<T>(ConcurrentStack<T> stack, [MaybeNullWhen(false)] out T item, ref LoopRecord record, int site)
    {
        if (StackedStamps<T>.AreAny && StackedStamps<T>.Find(stack) is { } stamps)
        {
            bool isTaken = stamps.TryPop(stack, out item, out Stamp stamp);
            record = isTaken ? stamp.TakenOutAt(site) : LoopRecord.Nothing(record);
            return isTaken;
        }
        record = Untold(stack, record, site);
        return stack.TryPop(out item);
    }

    internal static bool TryPeek<T>(ConcurrentStack<T> stack, [MaybeNullWhen(false)] out T item, ref LoopRecord record, int site)
    {
        if (StackedStamps<T>.AreAny && StackedStamps<T>.Find(stack) is { } stamps)
        {
            bool isThere = stamps.TryPeek(stack, out item, out Stamp stamp);
            record = isThere ? stamp.TakenOutAt(site) : LoopRecord.Nothing(record);
            return isThere;
        }
        record = Untold(stack, record, site);
        return stack.TryPeek(out item);
    }

    // Of a collection that nobody follows one by one: none, or what says where lineage ends.
    private static LoopRecord Untold(object collection, LoopRecord before, int site) => Woven.RecordOfHolder<Recording>(collection, site).OrNothing(before);
}
