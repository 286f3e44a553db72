namespace Weft.Carriers.Replies;

/// <summary>The woven call on this thread that sends a request, until it is sent: it, or code behind it, reads the answer.</summary>
// Design: the handler runs within the call, on its thread, as it does for the record that the call hands over. A call that sends more than once on its own reads nobody knows which answer: it is told none.
internal static class AskingCall
{
    [ThreadStatic]
    private static (bool IsOpen, Reply? Reply) _current;

    /// <summary>Stands in front of the call.</summary>
    internal static void Begin() => _current = (true, null);

    /// <summary>A request leaves on this thread.</summary>
    /// <param name="reply">What will be known of its answer.</param>
    internal static void Send(Reply reply) => _current = (false, _current.IsOpen ? reply : null);

    /// <summary>Whether a request that leaves now is the first one of a woven call.</summary>
    internal static bool IsOpen => _current.IsOpen;

    /// <summary>Follows the call: what will be known of the answer that it reads; null where it has sent nothing, or nobody is told.</summary>
    internal static Reply? End()
    {
        Reply? reply = _current.Reply;
        _current = default;
        return reply;
    }
}
