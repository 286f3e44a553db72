using System.Collections;
using Weft.Channels;
using Weft.Flows;
using Weft.Flows.Loops;

namespace Weft.Carriers.Replies;

/// <summary>A value that was read from a message: its records follow from those that the message's sender said it is made of.</summary>
// Design: item i of a collection follows from record i where the sender said as many records as there are items; what else is read, from all of them, which is coarse where they are several.
internal static class RepliedValue
{
    /// <summary>What is known of the message that a call reads: one in hand, the content of an answer, or the answer to what the call has sent.</summary>
    /// <param name="message">The content, or the request to a server; null of a call that sends.</param>
    internal static Reply? Of(object? message) => message switch
    {
        null => AskingCall.End(),
        HttpContent content => RepliedContents.Find(content),
        _ => MessagesInHand.Body(),
    };

    /// <summary>Follows the task of a call that reads.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TItem">The type of its items, where it is a collection.</typeparam>
    /// <param name="task">The call's.</param>
    /// <param name="reply">What will be known of the message.</param>
    /// <param name="number">The number of the read, under which its record is told; 0 where nobody asks for it.</param>
    /// <param name="site">The call's site.</param>
    internal static Task<T> Follow<T, TItem>(Task<T> task, Reply reply, int number, int site)
    {
        if (!task.IsCompleted) return FollowAsync<T, TItem>(task, reply, number, site, ExecutionUnit.Current);
        if (task.IsCompletedSuccessfully) Receive<T, TItem>(task.Result, reply, number, site, ExecutionUnit.Current);
        return task;
    }

    private static async Task<T> FollowAsync<T, TItem>(Task<T> task, Reply reply, int number, int site, ExecutionUnit asking)
    {
        T value = await task.ConfigureAwait(false);
        asking.Suspend(); // whichever thread goes on with it
        Receive<T, TItem>(value, reply, number, site, asking);
        asking.Suspend();
        return value;
    }

    private static void Receive<T, TItem>(T value, Reply reply, int number, int site, ExecutionUnit unit)
    {
        LineageContext context = reply.Context;
        if (context.Count == 0 || value is null) return;
        Attach<TItem>(value, context, site, unit);
        if (number != 0)
        {
            var record = new LoopRecord(Lineage.Receive(1, context, site, unit), 0);
            ReceivedRecord.Tell(number, () => record);
        }
    }

    /// <summary>Attaches to a collection what its items follow from; of other values there is nothing to attach to.</summary>
    internal static void Attach<TItem>(object value, in LineageContext context, int site, ExecutionUnit unit)
    {
        switch (value)
        {
            case string or byte[] or char[]:
                break;
            case List<TItem> list when list.GetType() == typeof(List<TItem>):
                if (list.Count > 0) ListAttachment<TItem>.Attach(list, Column(list.Count, context, site, unit));
                break;
            case TItem[] array:
                if (array.Length > 0) ArrayAttachment<TItem>.Attach(array, Column(array.Length, context, site, unit));
                break;
            case HashSet<TItem> set:
                if (set.Count > 0) Attachments.Set(set, new SetAttachment<TItem>(set, Column(set.Count, context, site, unit)));
                break;
            case IEnumerable:
                FilledCollections.Tell(value, site); // nobody knows which of its parts is which record
                break;
        }
    }

    private static RangeColumn Column(int count, in LineageContext context, int site, ExecutionUnit unit) => new(Lineage.Receive(count, context, site, unit), count, step: 0);
}
