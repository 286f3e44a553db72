using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Weft.Flows;

namespace Weft.Queues.Concurrent;

/// <summary>The stamps of what a <see cref="ConcurrentQueue{T}"/> holds.</summary>
// Design: an item is told from all others by the number of its slot, in its segment.
internal sealed class QueuedStamps<T>(ConcurrentQueue<T> queue, QueueMembers<T> members, int site) : ConcurrentStamps<ConcurrentQueue<T>, T>(queue, site)
{
    private readonly QueueSegments<T> _segments = new(members);

    protected override (T[] Items, SpanColumn Column) Snapshot(ConcurrentQueue<T> collection, int site)
    {
        ColumnBuilder spans = ColumnBuilder.Rent();
        List<T> items = _segments.Read(collection, (stamps, number) => spans.Add(stamps[number].Span is not 0 and var span ? span : Origin.Newcomer(site)));
        return ([.. items], spans.Finish(0));
    }

    internal override void Fill(ConcurrentQueue<T> collection, Func<int, SpanColumn> columnOf)
    {
        var places = new List<(SlotStamps Stamps, int Number)>();
        _segments.Read(collection, (segment, number) => places.Add((segment, number)));
        SpanColumn column = columnOf(places.Count);
        for (int i = 0; i < Math.Min(places.Count, column.Count); i++) places[i].Stamps[places[i].Number] = new Stamp(column[i], default);
    }

    internal override void Put(ConcurrentQueue<T> collection, T item, Stamp stamp)
    {
        var wait = new SpinWait();
        while (true)
        {
            object segment = Volatile.Read(ref members.TailSegment(collection));
            SlotStamps stamps = _segments.Of(segment);
            ref int tail = ref members.Tail(segment);
            int number = Volatile.Read(ref tail);
            int slot = number & (stamps.Length - 1);
            ref T place = ref members.ItemAt(segment, slot);
            ref int state = ref members.NumberBeside(ref place);
            int ahead = Volatile.Read(ref state) - number;
            if (ahead == 0 && Interlocked.CompareExchange(ref tail, number + 1, number) == number)
            {
                stamps[number] = stamp;
                place = item;
                Volatile.Write(ref state, number + 1);
                return;
            }
            if (ahead < 0) _segments.Grow(collection, segment); // its slot is still filled, or nothing may be put in any more
            else wait.SpinOnce(SpinsBeforeSleep);
        }
    }

    internal override bool TryTake(ConcurrentQueue<T> collection, [MaybeNullWhen(false)] out T item, out Stamp stamp)
    {
        while (true)
        {
            object segment = Volatile.Read(ref members.HeadSegment(collection));
            object? next = Volatile.Read(ref members.Next(segment));
            if (TryTake(segment, out item, out stamp)) return true;
            if (next is not null) _segments.Shrink(collection, segment, next); // nothing was put in any more when it was found empty
            else if (Volatile.Read(ref members.Next(segment)) is null) return false;
        }
    }

    internal override bool TryPeek(ConcurrentQueue<T> collection, [MaybeNullWhen(false)] out T item, out Stamp stamp)
    {
        object segment = Volatile.Read(ref members.HeadSegment(collection));
        while (_segments.IsUsedUp(segment) && Volatile.Read(ref members.Next(segment)) is { } next) segment = next;
        int number = Volatile.Read(ref members.Head(segment));
        stamp = _segments.Of(segment)[number];
        bool isThere = collection.TryPeek(out item);
        if (Volatile.Read(ref members.Head(segment)) != number) stamp = default; // numbers only rise
        return isThere;
    }

    private bool TryTake(object segment, [MaybeNullWhen(false)] out T item, out Stamp stamp)
    {
        SlotStamps stamps = _segments.Of(segment);
        ref int head = ref members.Head(segment);
        var wait = new SpinWait();
        while (true)
        {
            int number = Volatile.Read(ref head);
            int slot = number & (stamps.Length - 1);
            ref T held = ref members.ItemAt(segment, slot);
            ref int state = ref members.NumberBeside(ref held);
            int ahead = Volatile.Read(ref state) - (number + 1);
            if (ahead == 0 && Interlocked.CompareExchange(ref head, number + 1, number) == number)
            {
                (item, stamp) = (held, stamps[number]);
                if (Volatile.Read(ref members.IsPreserved(segment))) return true;
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
}
