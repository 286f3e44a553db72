using Weft.Capture;

namespace Weft.Events.Synchronization;

/// <summary>A count that several units take down to zero: who waits for it goes on from the last signal of each.</summary>
internal sealed class Countdown : WaitedFor
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ExecutionUnitId, long> _signals = []; // the number of each unit's last one
    private EventId _last;

    internal static bool Signal(CountdownEvent countdown, int signalCount, int site)
    {
        Countdown state = Beside<Countdown>.Of(countdown);
        lock (state._lock) // who is let go on asks behind it
        {
            EventId signal = ExecutionUnit.Current.Event(EventKind.Signal, default, site);
            bool isSet = countdown.Signal(signalCount);
            state._signals[signal.Unit] = signal.Number;
            state._last = signal;
            return isSet;
        }
    }

    /// <summary>The count begins anew, as <paramref name="reset"/> does it.</summary>
    internal static void Reset(CountdownEvent countdown, Action<CountdownEvent> reset)
    {
        Countdown state = Beside<Countdown>.Of(countdown);
        lock (state._lock)
        {
            reset(countdown);
            state._signals.Clear();
            state._last = default;
        }
    }

    /// <summary>The current unit goes on without a wait, where the count is zero; gives back whether it is.</summary>
    internal static bool Passed(CountdownEvent countdown, bool isSet, int site)
    {
        if (isSet && Beside<Countdown>.Find(countdown) is { } state) state.Join(ExecutionUnit.Current, except: default, SiteRegistry.NumberOf(site));
        return isSet;
    }

    /// <inheritdoc/>
    internal override void End(ExecutionUnit unit, long ticket, bool isOver, int siteNumber)
    {
        EventId last;
        lock (_lock) last = isOver ? _last : default;
        unit.EndWait(EventKind.Resume, last, siteNumber);
        if (isOver) Join(unit, last, siteNumber);
    }

    private void Join(ExecutionUnit unit, EventId except, int siteNumber)
    {
        EventId[] signals;
        lock (_lock) signals = [.. _signals.Select(each => new EventId(each.Key, each.Value)).Where(signal => signal != except && signal.Unit != unit.Id)];
        foreach (EventId signal in signals) unit.GoOnFrom(EventKind.Join, signal, siteNumber);
    }
}
