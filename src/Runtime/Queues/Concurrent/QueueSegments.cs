using System.Collections.Concurrent;

namespace Weft.Queues.Concurrent;

/// <summary>The segments of one <see cref="ConcurrentQueue{T}"/>, with the stamps of what their slots hold.</summary>
// A segment is put into until it is full or somebody reads the whole queue, and taken from until it is empty; the queue changes its ends under its own lock, and so does this.
internal sealed class QueueSegments<T>(QueueMembers<T> members)
{
    private const int FirstLength = 32;
    private const int MostLength = 1 << 20;

    private readonly Lock _adding = new();
    private SlotStamps[] _stamps = []; // the newest first; replaced, never changed

    /// <summary>The stamps of a segment.</summary>
    internal SlotStamps Of(object segment)
    {
        foreach (SlotStamps stamps in Volatile.Read(ref _stamps))
        {
            if (stamps.IsOf(segment)) return stamps;
        }
        return Add(segment);
    }

    /// <summary>Whether a segment holds nothing at the moment.</summary>
    internal bool IsUsedUp(object segment)
    {
        bool isFrozen = Volatile.Read(ref members.IsFrozen(segment)); // before its end moves
        int head = Volatile.Read(ref members.Head(segment)), tail = Volatile.Read(ref members.Tail(segment));
        return tail - head <= 0 || (isFrozen && tail - FreezeOffset(segment) - head <= 0);
    }

    /// <summary>Puts another segment behind the last one.</summary>
    internal void Grow(ConcurrentQueue<T> queue, object last)
    {
        lock (members.Gate(queue))
        {
            ref object tail = ref members.TailSegment(queue);
            if (!ReferenceEquals(tail, last)) return;
            members.Freeze(last);
            object next = members.New(members.IsPreserved(last) ? FirstLength : Math.Min(members.Length(last) * 2, MostLength));
            Volatile.Write(ref members.Next(last), next);
            Volatile.Write(ref tail, next);
        }
    }

    /// <summary>Takes the first segment away, which is empty and not put into any more.</summary>
    internal void Shrink(ConcurrentQueue<T> queue, object first, object next)
    {
        lock (members.Gate(queue))
        {
            ref object head = ref members.HeadSegment(queue);
            if (ReferenceEquals(head, first)) Volatile.Write(ref head, next);
        }
    }

    /// <summary>Reads all items as they are at one moment, the first one first; then tells where each of them stands.</summary>
    // The queue's own enumerator lets nothing be put into its segments any more, and what is taken out of them stays there. What is taken out meanwhile is taken from the front: so the places are counted from the end.
    internal List<T> Read(ConcurrentQueue<T> queue, Action<SlotStamps, int> place)
    {
        IEnumerator<T> enumerator;
        var segments = new List<(SlotStamps Stamps, int End)>();
        lock (members.Gate(queue))
        {
            enumerator = queue.GetEnumerator();
            for (object? segment = members.HeadSegment(queue); segment is not null; segment = members.Next(segment))
                segments.Add((Of(segment), Volatile.Read(ref members.Tail(segment)) - FreezeOffset(segment)));
        }
        var items = new List<T>();
        using (enumerator)
        {
            while (enumerator.MoveNext()) items.Add(enumerator.Current);
        }
        int first = segments[0].End - (items.Count - segments.Skip(1).Sum(static segment => segment.End));
        foreach ((SlotStamps stamps, int end) in segments)
        {
            for (int number = first; number != end; number++) place(stamps, number);
            first = 0; // a segment that is not the first one is whole
        }
        return items;
    }

    private SlotStamps Add(object segment)
    {
        lock (_adding)
        {
            SlotStamps[] known = _stamps;
            foreach (SlotStamps stamps in known)
            {
                if (stamps.IsOf(segment)) return stamps;
            }
            var added = new SlotStamps(segment, members.Length(segment));
            Volatile.Write(ref _stamps, [added, .. known.Where(static stamps => stamps.IsAlive)]);
            return added;
        }
    }

    private int FreezeOffset(object segment) => members.Length(segment) * 2;
}
