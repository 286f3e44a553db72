using Weft.Events;

namespace Weft.Channels;

/// <summary>Whether somebody waits to read from a channel: who writes then tells when he does.</summary>
// Design: that a message was written is no event as long as nobody waits for it (see Stamp). Where somebody does, the time of the write is what his wait is over by, and a look at the clock costs less than the wait.
// A wait that begins at the moment of a write may not be seen by it: then the time is not told, but who came behind whom is.
internal sealed class ReadersWait
{
    private bool _isAny; // since the last write

    /// <summary>A read begins to wait.</summary>
    internal void Begin()
    {
        if (EventSwitch.IsOn) Volatile.Write(ref _isAny, true);
    }

    /// <summary>The event behind which the current unit writes an item with a span; none where events are not recorded.</summary>
    internal EventId Writing(ulong span, int site)
    {
        if (!EventSwitch.IsOn) return default;
        ExecutionUnit unit = ExecutionUnit.Current;
        if (!Volatile.Read(ref _isAny)) return unit.LastEvent;
        Volatile.Write(ref _isAny, false);
        return unit.EventOf(EventKind.Send, span, default, site);
    }
}
