using System.Runtime.CompilerServices;

namespace Weft.Events;

/// <summary>The cancellation that the calling thread is at: what was registered for a token is called by who cancels it, in the context of who registered it. Over when it is disposed.</summary>
internal readonly struct Cancelling : IDisposable
{
    [ThreadStatic]
    private static EventId _ofThread;

    private readonly EventId _before;
    private readonly bool _isTold;

    private Cancelling(int site)
    {
        (_before, _isTold) = (_ofThread, true);
        _ofThread = ExecutionUnit.Current.Event(EventKind.Signal, default, site);
    }

    /// <summary>The event of the cancellation around the calling code; none where there is none.</summary>
    internal static EventId OfThread => _ofThread;

    /// <summary>Makes an event of a cancellation that begins. A null is what the call itself complains of.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // vanishes where nothing is recorded
    internal static Cancelling Begin<TLineage>(CancellationTokenSource? source, int site) where TLineage : struct, ILineage =>
        TLineage.IsRecording && source is not null ? new Cancelling(site) : default;

    /// <summary>Everything registered was called, or is left to a later moment.</summary>
    public void Dispose()
    {
        if (_isTold) _ofThread = _before;
    }
}
