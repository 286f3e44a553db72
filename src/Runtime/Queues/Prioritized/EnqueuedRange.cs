using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft.Queues.Prioritized;

/// <summary>Several records that are put into a <see cref="PriorityQueue{TElement, TPriority}"/> at once, in the queue's own way.</summary>
internal static class EnqueuedRange
{
    /// <summary>Puts them in.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="source">What they are read from.</param>
    /// <param name="enqueue">The queue's own call, given what it is to read.</param>
    /// <param name="nodeOf">What stands in the queue for a record.</param>
    /// <param name="record">What they are made of beside themselves.</param>
    /// <param name="site">The call's site.</param>
    internal static void Enqueue<TElement, TPriority, TSource>(
        PriorityQueue<TElement, TPriority> queue, IEnumerable<TSource> source, Action<IEnumerable<TSource>> enqueue, Func<TSource, (TElement Element, TPriority Priority)> nodeOf, LoopRecord record, int site)
    {
        bool areTraced = Origin.MayCarry(source);
        PrioritizedRecords<TElement, TPriority>? records = PrioritizedRecords<TElement, TPriority>.BeforePut(queue, areTraced || !record.IsNone, site);
        if (records is null)
        {
            enqueue(source);
            return;
        }
        var added = new List<((TElement, TPriority) Node, ulong Span)>();
        var handed = new Handed<TSource>(source, site, read: (item, span) => added.Add((nodeOf(item), span)));
        enqueue(handed.Records);
        if (!handed.ReadCollection())
        {
            records.Lose(queue);
            return;
        }
        int step = handed.Arrived().Step;
        for (int i = 0; i < added.Count; i++) added[i] = (added[i].Node, MadeOf(new LoopRecord(added[i].Span, step)).PutInAt(site));
        records.PutRange(queue, added);

        // As of what is added to a list: of what nobody traced the items are images of the record, others follow from both.
        LoopRecord MadeOf(LoopRecord own) => record.Span == 0 ? own : areTraced ? LoopRecord.Derive(own, record, site) : record;
    }
}
