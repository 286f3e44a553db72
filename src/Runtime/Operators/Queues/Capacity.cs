using Weft.Queues;
using Weft.Queues.Prioritized;

namespace Weft;

// A queue or stack that gets another array counts that as a change; what it holds stays as it is.
public static partial class Woven
{
    /// <summary>The woven form of <see cref="Queue{T}.EnsureCapacity"/>: the records stay as they are.</summary>
    public static int EnsureCapacity<TLineage, T>(Queue<T> queue, int capacity, int site) where TLineage : struct, ILineage
    {
        HeldRecords<InQueue<T>, Queue<T>, T>? held = TLineage.IsRecording && queue is not null ? HeldRecords<InQueue<T>, Queue<T>, T>.BeforeResize(queue, site) : null;
        int room = queue!.EnsureCapacity(capacity);
        held?.Resized(queue);
        return room;
    }

    /// <summary>The woven form of <see cref="Queue{T}.TrimExcess()"/>: the records stay as they are.</summary>
    public static void TrimExcess<TLineage, T>(Queue<T> queue, int site) where TLineage : struct, ILineage
    {
        HeldRecords<InQueue<T>, Queue<T>, T>? held = TLineage.IsRecording && queue is not null ? HeldRecords<InQueue<T>, Queue<T>, T>.BeforeResize(queue, site) : null;
        queue!.TrimExcess();
        held?.Resized(queue);
    }

    /// <summary>The woven form of <see cref="Queue{T}.TrimExcess(int)"/>: the records stay as they are.</summary>
    public static void TrimExcess<TLineage, T>(Queue<T> queue, int capacity, int site) where TLineage : struct, ILineage
    {
        HeldRecords<InQueue<T>, Queue<T>, T>? held = TLineage.IsRecording && queue is not null ? HeldRecords<InQueue<T>, Queue<T>, T>.BeforeResize(queue, site) : null;
        queue!.TrimExcess(capacity);
        held?.Resized(queue);
    }

    /// <summary>The woven form of <see cref="Stack{T}.EnsureCapacity"/>: the records stay as they are.</summary>
    public static int EnsureCapacity<TLineage, T>(Stack<T> stack, int capacity, int site) where TLineage : struct, ILineage
    {
        HeldRecords<OnStack<T>, Stack<T>, T>? held = TLineage.IsRecording && stack is not null ? HeldRecords<OnStack<T>, Stack<T>, T>.BeforeResize(stack, site) : null;
        int room = stack!.EnsureCapacity(capacity);
        held?.Resized(stack);
        return room;
    }

    /// <summary>The woven form of <see cref="Stack{T}.TrimExcess()"/>: the records stay as they are.</summary>
    public static void TrimExcess<TLineage, T>(Stack<T> stack, int site) where TLineage : struct, ILineage
    {
        HeldRecords<OnStack<T>, Stack<T>, T>? held = TLineage.IsRecording && stack is not null ? HeldRecords<OnStack<T>, Stack<T>, T>.BeforeResize(stack, site) : null;
        stack!.TrimExcess();
        held?.Resized(stack);
    }

    /// <summary>The woven form of <see cref="Stack{T}.TrimExcess(int)"/>: the records stay as they are.</summary>
    public static void TrimExcess<TLineage, T>(Stack<T> stack, int capacity, int site) where TLineage : struct, ILineage
    {
        HeldRecords<OnStack<T>, Stack<T>, T>? held = TLineage.IsRecording && stack is not null ? HeldRecords<OnStack<T>, Stack<T>, T>.BeforeResize(stack, site) : null;
        stack!.TrimExcess(capacity);
        held?.Resized(stack);
    }

    /// <summary>The woven form of <see cref="PriorityQueue{TElement, TPriority}.EnsureCapacity"/>: the records stay as they are.</summary>
    public static int EnsureCapacity<TLineage, TElement, TPriority>(PriorityQueue<TElement, TPriority> queue, int capacity, int site) where TLineage : struct, ILineage
    {
        PrioritizedRecords<TElement, TPriority>? held = TLineage.IsRecording && queue is not null ? PrioritizedRecords<TElement, TPriority>.BeforeResize(queue, site) : null;
        int room = queue!.EnsureCapacity(capacity);
        held?.Resized(queue);
        return room;
    }

    /// <summary>The woven form of <see cref="PriorityQueue{TElement, TPriority}.TrimExcess()"/>: the records stay as they are.</summary>
    public static void TrimExcess<TLineage, TElement, TPriority>(PriorityQueue<TElement, TPriority> queue, int site) where TLineage : struct, ILineage
    {
        PrioritizedRecords<TElement, TPriority>? held = TLineage.IsRecording && queue is not null ? PrioritizedRecords<TElement, TPriority>.BeforeResize(queue, site) : null;
        queue!.TrimExcess();
        held?.Resized(queue);
    }
}
