using System.Collections.Concurrent;

namespace Weft.Carriers;

/// <summary>The messages of several records that are being handled, each as one record; and which records of their own its handler has said they are.</summary>
// Design: by the span of the message, which is the current record of whatever unit handles it or goes on from there. What an item follows from that is made of one of these records is that record, not the whole message.
internal static class MessagesInHand
{
    private sealed record Message(LineageContext Context, ulong First, int Count);

    private static readonly ConcurrentDictionary<ulong, Message> _messages = new();

    /// <summary>A handler begins: its message is one record.</summary>
    internal static void Begin(ulong message, in LineageContext context)
    {
        if (context.Count > 1) _messages[message] = new Message(context, 0, 0);
    }

    /// <summary>The records of the message are known by themselves, with consecutive spans.</summary>
    internal static void Receive(ulong message, in LineageContext context, ulong first, int count)
    {
        if (!_messages.IsEmpty && _messages.TryGetValue(message, out Message? known) && known.Context == context) _messages[message] = known with { First = first, Count = count };
    }

    /// <summary>Whether a record is one of a message's.</summary>
    internal static bool Brought(ulong message, ulong record) => !_messages.IsEmpty && _messages.TryGetValue(message, out Message? known) && record - known.First < (ulong)known.Count;

    /// <summary>The handler is done.</summary>
    internal static void End(ulong message) => _messages.TryRemove(message, out _);
}
