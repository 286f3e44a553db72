using System.Collections.Concurrent;
using Weft.Carriers.Replies;

namespace Weft.Carriers;

/// <summary>The messages of senders that know Weft that are being handled, each as one record; which records of their own their handlers have said they are, and what their answers are made of.</summary>
// Design: by the span of the message, which is the current record of whatever unit handles it or goes on from there. What an item follows from that is made of one of these records is that record, not the whole message.
internal static class MessagesInHand
{
    private sealed record Message(LineageContext Context, AnswerRecords Answer, Func<Type, bool>? IsService = null, ulong First = 0, int Count = 0);

    private static readonly ConcurrentDictionary<ulong, Message> _messages = new();

    /// <summary>A handler begins: its message is one record.</summary>
    internal static void Begin(ulong message, in LineageContext context)
    {
        if (context.Trace.Process != 0) _messages[message] = new Message(context, new AnswerRecords(message));
    }

    /// <summary>Says which types of arguments do not come with a message, but are services of the one who handles it.</summary>
    internal static void KnowServices(ulong message, Func<Type, bool> isService)
    {
        if (_messages.TryGetValue(message, out Message? known)) (_messages[message] = known with { IsService = isService }).Answer.IsService = isService;
    }

    /// <summary>The records of the message are known by themselves, with consecutive spans.</summary>
    internal static void Receive(ulong message, in LineageContext context, ulong first, int count)
    {
        if (!_messages.IsEmpty && _messages.TryGetValue(message, out Message? known) && known.Context == context) _messages[message] = known with { First = first, Count = count };
    }

    /// <summary>Whether a record is one of a message's.</summary>
    internal static bool Brought(ulong message, ulong record) => !_messages.IsEmpty && _messages.TryGetValue(message, out Message? known) && record - known.First < (ulong)known.Count;

    /// <summary>What came beside the message that the calling unit handles; null where it handles none, or nothing of records came.</summary>
    internal static Reply? Body() => Current() is { Context: { Count: > 0 } context } ? new Reply { Context = context } : null;

    /// <summary>As <see cref="Body()"/>, of an argument of a method that handles messages; null where it may be a service.</summary>
    internal static Reply? Body(Type argument) => Current() is { IsService: { } isService } && !isService(argument) ? Body() : null;

    /// <summary>What the answer to the message is made of that the calling unit handles; null where it handles none.</summary>
    internal static AnswerRecords? Answer() => Current()?.Answer;

    /// <summary>What the answer to a message is made of; null where its sender is not to be told.</summary>
    internal static AnswerRecords? AnswerTo(ulong message) => _messages.TryGetValue(message, out Message? known) ? known.Answer : null;

    /// <summary>The handler is done.</summary>
    internal static void End(ulong message)
    {
        if (_messages.TryRemove(message, out Message? known)) known.Answer.Complete();
    }

    private static Message? Current() => !_messages.IsEmpty && ExecutionUnit.CurrentIfAny is { Record.Span: not 0 and var message } && _messages.TryGetValue(message, out Message? known) ? known : null;
}
