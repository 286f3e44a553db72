namespace Weft.Events;

/// <summary>The cancellation that the calling thread is at: what was registered for a token is called by who cancels it, in the context of who registered it.</summary>
internal struct Cancelling
{
    [ThreadStatic]
    private static EventId _ofThread;

    private EventId _before;

    /// <summary>The event of the cancellation around the calling code; none where there is none.</summary>
    internal static EventId OfThread => _ofThread;

    /// <summary>Makes an event of a cancellation that begins.</summary>
    internal static Cancelling Begin(int site)
    {
        var cancelling = new Cancelling { _before = _ofThread };
        _ofThread = ExecutionUnit.Current.Event(EventKind.Signal, default, site);
        return cancelling;
    }

    /// <summary>Everything registered was called, or is left to a later moment.</summary>
    internal readonly void End() => _ofThread = _before;
}
