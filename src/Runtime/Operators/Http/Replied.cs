using Weft.Carriers.Replies;
using Weft.Channels;

namespace Weft;

public static partial class Woven
{
    /// <summary>Follows a call that reads a value from a message: the answer to a request, or a request's body. The value's records follow from those that the message's sender sent.</summary>
    /// <typeparam name="TLineage">The mode.</typeparam>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TItem">The type of its items, where it is a collection.</typeparam>
    /// <param name="task">What the call gave.</param>
    /// <param name="message">What it reads from; null where it has sent the request itself.</param>
    /// <param name="site">The call's site.</param>
    /// <returns>The task, or one that ends as it does, behind it.</returns>
    public static Task<T> Replied<TLineage, T, TItem>(Task<T> task, object? message, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && task is not null && RepliedValue.Of(message) is { } reply ? RepliedValue.Follow<T, TItem>(task, reply, number: 0, site) : task!;

    /// <inheritdoc cref="Replied{TLineage, T, TItem}(Task{T}, object?, int)"/>
    public static ValueTask<T> Replied<TLineage, T, TItem>(ValueTask<T> task, object? message, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && RepliedValue.Of(message) is { } reply ? new(RepliedValue.Follow<T, TItem>(task.AsTask(), reply, number: 0, site)) : task;

    /// <inheritdoc cref="Replied{TLineage, T, TItem}(Task{T}, object?, int)"/>
    /// <param name="task">What the call gave.</param>
    /// <param name="message">What it reads from; null where it has sent the request itself.</param>
    /// <param name="record">What <see cref="Received"/> finds the value's record by.</param>
    /// <param name="site">The call's site.</param>
    public static Task<T> Replied<TLineage, T, TItem>(Task<T> task, object? message, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || task is null) return task!;
        return RepliedValue.Of(message) is { } reply ? RepliedValue.Follow<T, TItem>(task, reply, Await(ref record), site) : Nothing(task, ref record);
    }

    /// <inheritdoc cref="Replied{TLineage, T, TItem}(Task{T}, object?, ref LoopRecord, int)"/>
    public static ValueTask<T> Replied<TLineage, T, TItem>(ValueTask<T> task, object? message, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording) return task;
        return RepliedValue.Of(message) is { } reply ? new(RepliedValue.Follow<T, TItem>(task.AsTask(), reply, Await(ref record), site)) : Nothing(task, ref record);
    }

    private static int Await(ref LoopRecord record)
    {
        int number = ReceivedRecord.NextNumber();
        record = LoopRecord.Awaiting(number);
        return number;
    }

    private static TTask Nothing<TTask>(TTask task, ref LoopRecord record)
    {
        record = LoopRecord.Nothing(record);
        return task;
    }
}
