namespace Weft.Queues.Concurrent;

/// <summary>The stamps of what the slots of one segment of a <see cref="System.Collections.Concurrent.ConcurrentQueue{T}"/> hold.</summary>
/// <param name="segment">The segment; held weakly, since what it holds may refer to the queue.</param>
/// <param name="length">The number of its slots.</param>
// Design: a slot is used again and again, each time under a number of its own. The stamp has the number of its item: where code that is not woven has put something else into the slot, the numbers differ. Who has reserved
// the slot writes its stamp in front of the item, and who takes the item reads it behind his own reservation: the queue's own order holds for both.
internal sealed class SlotStamps(object segment, int length)
{
    private readonly WeakReference<object> _segment = new(segment);
    private readonly (int Number, Stamp Stamp)[] _slots = new (int, Stamp)[length];

    /// <summary>The number of slots.</summary>
    internal int Length => _slots.Length;

    internal bool IsAlive => _segment.TryGetTarget(out _);

    /// <summary>The stamp of the item with a number; without a span where nobody told.</summary>
    internal Stamp this[int number]
    {
        get
        {
            ref (int Number, Stamp Stamp) slot = ref _slots[number & (_slots.Length - 1)];
            return slot.Number == number ? slot.Stamp : default;
        }
        set => _slots[number & (_slots.Length - 1)] = (number, value);
    }

    internal bool IsOf(object segment) => _segment.TryGetTarget(out object? target) && ReferenceEquals(target, segment);
}
