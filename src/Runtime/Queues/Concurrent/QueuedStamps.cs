using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Weft.Flows;

namespace Weft.Queues.Concurrent;

/// <summary>The records that a <see cref="ConcurrentQueue{T}"/> holds, beside it: each with a stamp of its own, from the call that put it in, to be told when it is taken out.</summary>
// Design: nothing that the queue tells says which item came first where several threads put in and take out at once, and values do not tell items apart. So woven code does what the queue does, with its own slots and
// numbers, and keeps the stamp by the number of the slot. No lock but the queue's own where it needs another segment, and no order but its own. See docs/decisions/0038.
internal sealed class QueuedStamps<T> : Attachment, ISnapshotted<T>
{
    private const int SpinsBeforeSleep = 8;

    private static readonly Lock _attaching = new();

    // The queue that this thread asked about last.
    [ThreadStatic]
    private static (WeakReference<ConcurrentQueue<T>>? Queue, QueuedStamps<T>? Stamps) _recent;

    private readonly QueueMembers<T> _members;
    private readonly QueueSegments<T> _segments;
    private readonly WeakReference<ConcurrentQueue<T>> _queue; // an attachment must not keep its collection alive
    private readonly int _site; // where the queue was first seen

    private QueuedStamps(ConcurrentQueue<T> queue, QueueMembers<T> members, int site)
    {
        _queue = new(queue);
        _members = members;
        _segments = new(members);
        _site = site;
    }

    /// <summary>Whether any queue of this type ever had records that somebody traced.</summary>
    internal static bool AreAny { get; private set; }

    internal override SpanColumn Column => _queue.TryGetTarget(out ConcurrentQueue<T>? queue) ? Snapshot(queue, _site).Column : new RangeColumn(0, 0, 0);

    // Each column is that of the moment; whoever reads the records beside it takes both at once.
    internal override bool IsUnchanged(object collection) => true;

    /// <summary>The stamps of a queue; null where nobody traced what it holds.</summary>
    internal static QueuedStamps<T>? Find(ConcurrentQueue<T> queue)
    {
        if (_recent.Queue is { } weak && weak.TryGetTarget(out ConcurrentQueue<T>? last) && ReferenceEquals(last, queue)) return _recent.Stamps;
        return Attachments.Find(queue) is QueuedStamps<T> stamps ? Remember(queue, stamps) : null;
    }

    /// <summary>The stamps of a queue that something is put into; null where nobody traced any of it, or its inside is not known.</summary>
    internal static QueuedStamps<T>? FindOrAttach(ConcurrentQueue<T> queue, LoopRecord record, int site)
    {
        if (Find(queue) is { } known) return known;
        if (QueueMembers<T>.Known is not { } members) return null;
        lock (_attaching)
        {
            Attachment? attached = Attachments.Find(queue);
            if (attached is QueuedStamps<T> other) return Remember(queue, other);
            return attached is null && record.IsNone ? null : Remember(queue, Attach(queue, members, count => Origin.ColumnOrRoots(queue, count, typeof(T), site), site));
        }
    }

    /// <summary>The attachment of a queue that was made of records with spans, which nobody else has yet; null where its inside is not known.</summary>
    internal static Attachment? Made(ConcurrentQueue<T> queue, SpanColumn column, int site) => QueueMembers<T>.Known is { } members ? Attach(queue, members, _ => column, site) : null;

    /// <inheritdoc/>
    public (T[] Items, SpanColumn Column) Snapshot(object collection, int site)
    {
        ColumnBuilder spans = ColumnBuilder.Rent();
        List<T> items = _segments.Read((ConcurrentQueue<T>)collection, (stamps, number) => spans.Add(stamps[number].Span is not 0 and var span ? span : Origin.Newcomer(site)));
        return ([.. items], spans.Finish(0));
    }

    /// <summary>Puts an item in, as the queue does.</summary>
    internal void Enqueue(ConcurrentQueue<T> queue, T item, Stamp stamp)
    {
        var wait = new SpinWait();
        while (true)
        {
            object segment = Volatile.Read(ref _members.TailSegment(queue));
            SlotStamps stamps = _segments.Of(segment);
            ref int tail = ref _members.Tail(segment);
            int number = Volatile.Read(ref tail);
            int slot = number & (stamps.Length - 1);
            ref int state = ref _members.NumberAt(segment, slot);
            int ahead = Volatile.Read(ref state) - number;
            if (ahead == 0 && Interlocked.CompareExchange(ref tail, number + 1, number) == number)
            {
                stamps[number] = stamp;
                _members.ItemAt(segment, slot) = item;
                Volatile.Write(ref state, number + 1);
                return;
            }
            if (ahead < 0) _segments.Grow(queue, segment); // its slot is still filled, or nothing may be put in any more
            else wait.SpinOnce(SpinsBeforeSleep);
        }
    }

    /// <summary>Takes an item out, as the queue does.</summary>
    internal bool TryDequeue(ConcurrentQueue<T> queue, [MaybeNullWhen(false)] out T item, out Stamp stamp)
    {
        while (true)
        {
            object segment = Volatile.Read(ref _members.HeadSegment(queue));
            object? next = Volatile.Read(ref _members.Next(segment));
            if (TryDequeue(segment, out item, out stamp)) return true;
            if (next is not null) _segments.Shrink(queue, segment, next); // nothing was put in any more when it was found empty
            else if (Volatile.Read(ref _members.Next(segment)) is null) return false;
        }
    }

    /// <summary>Shows the item that would be taken out next; its stamp has no span where others took some out meanwhile.</summary>
    internal bool TryPeek(ConcurrentQueue<T> queue, [MaybeNullWhen(false)] out T item, out Stamp stamp)
    {
        object segment = Volatile.Read(ref _members.HeadSegment(queue));
        while (_segments.IsUsedUp(segment) && Volatile.Read(ref _members.Next(segment)) is { } next) segment = next;
        int number = Volatile.Read(ref _members.Head(segment));
        stamp = _segments.Of(segment)[number];
        bool isThere = queue.TryPeek(out item);
        if (Volatile.Read(ref _members.Head(segment)) != number) stamp = default; // numbers only rise
        return isThere;
    }

    private bool TryDequeue(object segment, [MaybeNullWhen(false)] out T item, out Stamp stamp)
    {
        SlotStamps stamps = _segments.Of(segment);
        ref int head = ref _members.Head(segment);
        var wait = new SpinWait();
        while (true)
        {
            int number = Volatile.Read(ref head);
            int slot = number & (stamps.Length - 1);
            ref int state = ref _members.NumberAt(segment, slot);
            int ahead = Volatile.Read(ref state) - (number + 1);
            if (ahead == 0 && Interlocked.CompareExchange(ref head, number + 1, number) == number)
            {
                ref T held = ref _members.ItemAt(segment, slot);
                (item, stamp) = (held, stamps[number]);
                if (Volatile.Read(ref _members.IsPreserved(segment))) return true;
                held = default!;
                Volatile.Write(ref state, number + stamps.Length);
                return true;
            }
            if (ahead < 0 && _segments.IsUsedUp(segment))
            {
                (item, stamp) = (default, default);
                return false;
            }
            wait.SpinOnce(SpinsBeforeSleep);
        }
    }

    private static QueuedStamps<T> Attach(ConcurrentQueue<T> queue, QueueMembers<T> members, Func<int, SpanColumn> columnOf, int site)
    {
        var stamps = new QueuedStamps<T>(queue, members, site);
        var places = new List<(SlotStamps Stamps, int Number)>();
        stamps._segments.Read(queue, (segment, number) => places.Add((segment, number)));
        SpanColumn column = columnOf(places.Count);
        if (column.Step != 0) column = Aliases.WithoutWay(column);
        for (int i = 0; i < Math.Min(places.Count, column.Count); i++) places[i].Stamps[places[i].Number] = new Stamp(column[i], default);
        Attachments.Set(queue, stamps);
        AreAny = true;
        return stamps;
    }

    private static QueuedStamps<T> Remember(ConcurrentQueue<T> queue, QueuedStamps<T> stamps)
    {
        if (_recent.Queue is { } weak) weak.SetTarget(queue);
        else _recent.Queue = new WeakReference<ConcurrentQueue<T>>(queue);
        _recent.Stamps = stamps;
        return stamps;
    }
}
