using Weft.Capture;

namespace Weft.Events.Synchronization;

/// <summary>An event that stays set until it is reset: who waits for it goes on from who has set it.</summary>
// Design: a lock's order is chance, but that of a signal is cause: nobody gets past before it. So it is told whether or not anybody has to wait. Who sets what is set already has done nothing.
// Woven code sets and resets under the latch's own lock, so that the signal that is known is the one that counts. A thread that waits goes on from the first signal since; of several it is not known.
internal sealed class Latch : WaitedFor
{
    private readonly Lock _lock = new();
    private EventId _signal;    // of who has set it; none where it is not set, as far as is known
    private EventId _last;      // as before, also where it was reset since
    private long _signals;

    internal static void Set(ManualResetEventSlim latch, int site)
    {
        Latch state = Beside<Latch>.Of(latch);
        lock (state._lock)
        {
            if (!latch.IsSet) state.Signal(site);
            latch.Set();
        }
    }

    internal static bool Set(ManualResetEvent latch, int site)
    {
        Latch state = Beside<Latch>.Of(latch);
        lock (state._lock)
        {
            if (state._signal.IsNone) state.Signal(site); // to look whether it is set is a wait, which may be interrupted, and is told to who asks for waits
            return latch.Set();
        }
    }

    internal static void Reset(ManualResetEventSlim latch)
    {
        Latch state = Beside<Latch>.Of(latch);
        lock (state._lock)
        {
            state._signal = default;
            latch.Reset();
        }
    }

    internal static bool Reset(ManualResetEvent latch)
    {
        Latch state = Beside<Latch>.Of(latch);
        lock (state._lock)
        {
            state._signal = default;
            return latch.Reset();
        }
    }

    /// <summary>A thread that came to a latch which was not set begins to wait; not where it is set by now.</summary>
    /// <param name="latch">The latch.</param>
    /// <param name="isSet">Whether it is set.</param>
    /// <param name="ticket">For the wait.</param>
    internal bool MustWait<TLatch>(TLatch latch, Predicate<TLatch> isSet, out long ticket)
    {
        lock (_lock)
        {
            ticket = _signals;
            return !isSet(latch);
        }
    }

    /// <summary>The current unit goes on without a wait, where the latch was set; gives back whether it was.</summary>
    internal static bool Passed(object latch, bool isSet, int site)
    {
        if (isSet && Beside<Latch>.Find(latch) is { } state)
        {
            EventId signal;
            lock (state._lock) signal = state._signal;
            if (!signal.IsNone) ExecutionUnit.Current.GoOnFrom(EventKind.Join, signal, SiteRegistry.NumberOf(site));
        }
        return isSet;
    }

    /// <inheritdoc/>
    internal override void End(ExecutionUnit unit, long ticket, bool isOver, int siteNumber)
    {
        EventId signal;
        lock (_lock) signal = isOver && _signals == ticket + 1 ? _last : default;
        unit.EndWait(EventKind.Resume, signal, siteNumber);
    }

    private void Signal(int site)
    {
        _signal = _last = ExecutionUnit.Current.Event(EventKind.Signal, default, site);
        _signals++;
    }
}
