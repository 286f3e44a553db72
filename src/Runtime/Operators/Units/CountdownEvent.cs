using Weft.Events;
using Weft.Events.Synchronization;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>CountdownEvent.Signal</c>: who waits goes on from here, too.</summary>
    public static bool Signal<TLineage>(CountdownEvent countdown, int site) where TLineage : struct, ILineage
        => Signal<TLineage>(countdown, 1, site);

    /// <summary>The woven form of <c>CountdownEvent.Signal</c>: who waits goes on from here, too.</summary>
    public static bool Signal<TLineage>(CountdownEvent countdown, int signalCount, int site) where TLineage : struct, ILineage
        => EventSwitch.IsOnIn<TLineage>() && countdown is not null ? Countdown.Signal(countdown, signalCount, site) : countdown!.Signal(signalCount);

    /// <summary>The woven form of <c>CountdownEvent.Reset</c>.</summary>
    public static void Reset<TLineage>(CountdownEvent countdown, int site) where TLineage : struct, ILineage
    {
        _ = site;
        if (EventSwitch.IsOnIn<TLineage>() && countdown is not null) Countdown.Reset(countdown, static one => one.Reset());
        else countdown!.Reset();
    }

    /// <summary>The woven form of <c>CountdownEvent.Reset</c>.</summary>
    public static void Reset<TLineage>(CountdownEvent countdown, int count, int site) where TLineage : struct, ILineage
    {
        _ = site;
        if (EventSwitch.IsOnIn<TLineage>() && countdown is not null) Countdown.Reset(countdown, one => one.Reset(count));
        else countdown!.Reset(count);
    }

    /// <summary>The woven form of <c>CountdownEvent.Wait</c>: who waits goes on from the signals.</summary>
    public static void Wait<TLineage>(CountdownEvent countdown, int site) where TLineage : struct, ILineage
        => Wait<TLineage>(countdown, Timeout.Infinite, CancellationToken.None, site);

    /// <summary>The woven form of <c>CountdownEvent.Wait</c>: who waits goes on from the signals.</summary>
    public static void Wait<TLineage>(CountdownEvent countdown, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => Wait<TLineage>(countdown, Timeout.Infinite, cancellationToken, site);

    /// <summary>The woven form of <c>CountdownEvent.Wait</c>: who waits goes on from the signals.</summary>
    public static bool Wait<TLineage>(CountdownEvent countdown, int millisecondsTimeout, int site) where TLineage : struct, ILineage
        => Wait<TLineage>(countdown, millisecondsTimeout, CancellationToken.None, site);

    /// <summary>The woven form of <c>CountdownEvent.Wait</c>: who waits goes on from the signals.</summary>
    public static bool Wait<TLineage>(CountdownEvent countdown, TimeSpan timeout, int site) where TLineage : struct, ILineage
        => Wait<TLineage>(countdown, timeout, CancellationToken.None, site);

    /// <summary>The woven form of <c>CountdownEvent.Wait</c>: who waits goes on from the signals.</summary>
    public static bool Wait<TLineage>(CountdownEvent countdown, int millisecondsTimeout, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        if (!EventSwitch.IsOnIn<TLineage>() || countdown is null || cancellationToken.IsCancellationRequested || millisecondsTimeout < Timeout.Infinite) return countdown!.Wait(millisecondsTimeout, cancellationToken);
        if (millisecondsTimeout == 0 || countdown.IsSet) return Countdown.Passed(countdown, countdown.Wait(millisecondsTimeout, cancellationToken), site);
        bool isOver = false;
        using var wait = new ThreadWait(Beside<Countdown>.Of(countdown), 0, in isOver, site);
        return isOver = countdown.Wait(millisecondsTimeout, cancellationToken);
    }

    /// <summary>The woven form of <c>CountdownEvent.Wait</c>: who waits goes on from the signals.</summary>
    public static bool Wait<TLineage>(CountdownEvent countdown, TimeSpan timeout, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        if (!EventSwitch.IsOnIn<TLineage>() || countdown is null || cancellationToken.IsCancellationRequested || timeout.TotalMilliseconds is <= Timeout.Infinite - 1 or > int.MaxValue) return countdown!.Wait(timeout, cancellationToken);
        if (timeout == TimeSpan.Zero || countdown.IsSet) return Countdown.Passed(countdown, countdown.Wait(timeout, cancellationToken), site);
        bool isOver = false;
        using var wait = new ThreadWait(Beside<Countdown>.Of(countdown), 0, in isOver, site);
        return isOver = countdown.Wait(timeout, cancellationToken);
    }
}
