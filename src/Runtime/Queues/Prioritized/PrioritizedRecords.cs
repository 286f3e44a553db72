using Weft.Capture;
using Weft.Flows;

namespace Weft.Queues.Prioritized;

/// <summary>The records that a <see cref="PriorityQueue{TElement, TPriority}"/> holds, beside it: each a record of its own, from the call that put it in, to be told when it is taken out.</summary>
// As HeldRecords: the queue counts its changes, and one that was not followed ends what can be told, until it has been empty. It is attached to the queue's items in no order as well, which are an object of their own.
internal sealed class PrioritizedRecords<TElement, TPriority> : Attachment
{
    [ThreadStatic]
    private static RecentlyAsked<PriorityQueue<TElement, TPriority>, PrioritizedRecords<TElement, TPriority>> _recent;

    private readonly HeapSpans<TElement, TPriority> _spans = new();
    private readonly WeakReference<PriorityQueue<TElement, TPriority>> _queue; // an attachment must not keep its collection alive
    private int _version; // the queue's, after the last change
    private bool _isLost; // the last change was none that is known

    private PrioritizedRecords(PriorityQueue<TElement, TPriority> queue, SpanColumn before)
    {
        _queue = new(queue);
        if (before.Step != 0) before = Aliases.WithoutWay(before);
        Restart(queue, place => before[place]);
    }

    /// <summary>Whether any queue of these types ever had records that somebody traced.</summary>
    internal static bool AreAny { get; private set; }

    internal override SpanColumn Column
    {
        get
        {
            ColumnBuilder spans = ColumnBuilder.Rent();
            for (int place = 0; place < _spans.Count; place++) spans.Add(_spans[place]);
            return spans.Finish(0);
        }
    }

    internal override bool IsUnchanged(object collection) => _queue.TryGetTarget(out PriorityQueue<TElement, TPriority>? queue) && IsOf(queue);

    /// <summary>The records of a queue as it is before something is put in; null when they cannot be told, or nobody traced any of them.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="isTraced">Whether what is put in may be made of records.</param>
    /// <param name="site">The call's site.</param>
    internal static PrioritizedRecords<TElement, TPriority>? BeforePut(PriorityQueue<TElement, TPriority> queue, bool isTraced, int site)
    {
        if (Recent(queue) is { } recent) return recent;
        Attachment? known = Attachments.Find(queue);
        if (known is null && !isTraced) return null;
        if (known is PrioritizedRecords<TElement, TPriority> records)
        {
            if (records.IsOf(queue)) return _recent.Remember(queue, records);
            if (queue.Count > 0) return Cut(queue, site);
            records.Restart(queue, static _ => 0);
            return _recent.Remember(queue, records);
        }
        if (known is not null && queue.Count > 0) return null; // cut
        records = new PrioritizedRecords<TElement, TPriority>(queue, Origin.ColumnOrRoots(queue.UnorderedItems, queue.Count, typeof(TElement), site));
        Set(queue, records);
        AreAny = true;
        return _recent.Remember(queue, records);
    }

    /// <summary>The records of a queue as it is before one is taken out or looked at; where they cannot be told, <paramref name="lost"/> is what stands for each.</summary>
    internal static PrioritizedRecords<TElement, TPriority>? BeforeTake(PriorityQueue<TElement, TPriority> queue, int site, out LoopRecord lost)
    {
        lost = default;
        if (Recent(queue) is { } recent) return recent;
        if (queue.Count == 0 || Attachments.Find(queue) is not { } known) return null;
        if (known is PrioritizedRecords<TElement, TPriority> records)
        {
            if (records.IsOf(queue)) return _recent.Remember(queue, records);
            Cut(queue, site);
        }
        lost = new LoopRecord(Recorder.RootRange(Sources.Cut(site, known is CutAttachment before ? before.Site : site), 0, 1), 0);
        return null;
    }

    /// <summary>The records of a queue that is about to get another array; null when they cannot be told, or nobody traced any of them.</summary>
    internal static PrioritizedRecords<TElement, TPriority>? BeforeResize(PriorityQueue<TElement, TPriority> queue, int site) => AreAny ? BeforeTake(queue, site, out _) : null;

    /// <summary>Says that the queue has another array, and nothing else was changed.</summary>
    internal void Resized(PriorityQueue<TElement, TPriority> queue) => Changed(queue, isKnown: true);

    /// <summary>Says that a record was put in, and nothing else was changed.</summary>
    internal void Put(PriorityQueue<TElement, TPriority> queue, TElement element, TPriority priority, LoopRecord record, int site)
        => Changed(queue, _spans.Added(HeapInternals<TElement, TPriority>.Nodes(queue), (element, priority), record.PutInAt(site)));

    /// <summary>Says that the first record was taken out, and nothing else was changed; gives it.</summary>
    internal LoopRecord Take(PriorityQueue<TElement, TPriority> queue, int site)
    {
        LoopRecord first = Peek(site);
        Changed(queue, _spans.RemovedFirst(HeapInternals<TElement, TPriority>.Nodes(queue)));
        return first;
    }

    /// <summary>Says that several records were put in, and nothing else was changed.</summary>
    internal void PutRange(PriorityQueue<TElement, TPriority> queue, IEnumerable<((TElement Element, TPriority Priority) Node, ulong Span)> added)
        => Changed(queue, _spans.Rebuilt(HeapInternals<TElement, TPriority>.Nodes(queue).AsSpan(0, queue.Count), added, []));

    /// <summary>Says that records were put in which nobody has seen.</summary>
    internal void Lose(PriorityQueue<TElement, TPriority> queue) => Changed(queue, isKnown: false);

    /// <summary>Says that a record was removed, wherever it was, and nothing else was changed; gives it.</summary>
    internal LoopRecord Remove(PriorityQueue<TElement, TPriority> queue, TElement element, TPriority priority, int site)
    {
        ulong span = _spans.SpanOf((element, priority));
        Changed(queue, _spans.Rebuilt(HeapInternals<TElement, TPriority>.Nodes(queue).AsSpan(0, queue.Count), [], [(element, priority)]));
        return new LoopRecord(span != 0 ? span : Origin.Newcomer(site), span != 0 ? Steps.Intern(site) : 0);
    }

    /// <summary>The record that would be taken out next.</summary>
    internal LoopRecord Peek(int site) => new(_spans[0], Steps.Intern(site));

    // As long as it is of the queue: then nobody has attached something else.
    private static PrioritizedRecords<TElement, TPriority>? Recent(PriorityQueue<TElement, TPriority> queue) => _recent.Of(queue) is { } records && records.IsOf(queue) ? records : null;

    private bool IsOf(PriorityQueue<TElement, TPriority> queue) => !_isLost && HeapInternals<TElement, TPriority>.Version(queue) == _version && queue.Count == _spans.Count;

    private void Restart(PriorityQueue<TElement, TPriority> queue, Func<int, ulong> spanOf)
    {
        _spans.Reset(HeapInternals<TElement, TPriority>.Nodes(queue).AsSpan(0, queue.Count), spanOf);
        Changed(queue, isKnown: true);
    }

    private void Changed(PriorityQueue<TElement, TPriority> queue, bool isKnown)
    {
        _version = HeapInternals<TElement, TPriority>.Version(queue);
        _isLost = !isKnown;
    }

    private static PrioritizedRecords<TElement, TPriority>? Cut(PriorityQueue<TElement, TPriority> queue, int site)
    {
        Set(queue, new CutAttachment(site));
        return null;
    }

    private static void Set(PriorityQueue<TElement, TPriority> queue, Attachment attachment)
    {
        Attachments.Set(queue, attachment);
        Attachments.Set(queue.UnorderedItems, attachment);
    }
}
