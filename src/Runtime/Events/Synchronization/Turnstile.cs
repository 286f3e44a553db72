using Weft.Capture;

namespace Weft.Events.Synchronization;

/// <summary>An event that lets one through each time it is set: who gets past it goes on from who has set it.</summary>
// Design: as a latch's, its signals are told whether or not anybody has to wait. Each lets one thread through, in order; one that comes while an earlier one is still there, and nobody waits,
// is lost, as it is for the program.
internal sealed class Turnstile : WaitedFor
{
    private readonly Lock _lock = new();
    private readonly Queue<EventId> _signals = new(); // that have let nobody through yet
    private int _threads; // that wait

    internal static bool Set(AutoResetEvent turnstile, int site)
    {
        Turnstile state = Beside<Turnstile>.Of(turnstile);
        lock (state._lock)
        {
            if (state._signals.Count <= state._threads) state._signals.Enqueue(ExecutionUnit.Current.Event(EventKind.Signal, default, site));
            return turnstile.Set();
        }
    }

    internal static bool Reset(AutoResetEvent turnstile)
    {
        Turnstile state = Beside<Turnstile>.Of(turnstile);
        lock (state._lock)
        {
            state._signals.Clear();
            return turnstile.Reset();
        }
    }

    /// <summary>The current unit gets past, where the turnstile is set; else it begins to wait, if it is to.</summary>
    internal bool TryPass(AutoResetEvent turnstile, bool waits, int site)
    {
        EventId signal;
        lock (_lock)
        {
            if (!turnstile.WaitOne(0))
            {
                if (!waits) return false;
                if (_threads++ == 0) _signals.Clear(); // it was not set, so these have let somebody through unseen
                return false;
            }
            _signals.TryDequeue(out signal);
        }
        if (!signal.IsNone) ExecutionUnit.Current.GoOnFrom(EventKind.Join, signal, SiteRegistry.NumberOf(site));
        return true;
    }

    /// <inheritdoc/>
    internal override void End(ExecutionUnit unit, long ticket, bool isOver, int siteNumber)
    {
        EventId signal = default;
        lock (_lock)
        {
            _threads--;
            if (isOver) _signals.TryDequeue(out signal);
        }
        unit.EndWait(EventKind.Resume, signal, siteNumber);
    }
}
