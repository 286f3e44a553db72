using Weft.Events;
using Weft.Events.Synchronization;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ManualResetEventSlim.Set</c>: who waits goes on from here.</summary>
    public static void Set<TLineage>(ManualResetEventSlim latch, int site) where TLineage : struct, ILineage
    {
        if (EventSwitch.IsOnIn<TLineage>() && latch is not null) Latch.Set(latch, site);
        else latch!.Set();
    }

    /// <summary>The woven form of <c>ManualResetEventSlim.Reset</c>.</summary>
    public static void Reset<TLineage>(ManualResetEventSlim latch, int site) where TLineage : struct, ILineage
    {
        _ = site;
        if (EventSwitch.IsOnIn<TLineage>() && latch is not null) Latch.Reset(latch);
        else latch!.Reset();
    }

    /// <summary>The woven form of <c>ManualResetEventSlim.Wait</c>: who waits goes on from who has set it.</summary>
    public static void Wait<TLineage>(ManualResetEventSlim latch, int site) where TLineage : struct, ILineage
        => Wait<TLineage>(latch, Timeout.Infinite, CancellationToken.None, site);

    /// <summary>The woven form of <c>ManualResetEventSlim.Wait</c>: who waits goes on from who has set it.</summary>
    public static void Wait<TLineage>(ManualResetEventSlim latch, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => Wait<TLineage>(latch, Timeout.Infinite, cancellationToken, site);

    /// <summary>The woven form of <c>ManualResetEventSlim.Wait</c>: who waits goes on from who has set it.</summary>
    public static bool Wait<TLineage>(ManualResetEventSlim latch, int millisecondsTimeout, int site) where TLineage : struct, ILineage
        => Wait<TLineage>(latch, millisecondsTimeout, CancellationToken.None, site);

    /// <summary>The woven form of <c>ManualResetEventSlim.Wait</c>: who waits goes on from who has set it.</summary>
    public static bool Wait<TLineage>(ManualResetEventSlim latch, TimeSpan timeout, int site) where TLineage : struct, ILineage
        => Wait<TLineage>(latch, timeout, CancellationToken.None, site);

    /// <summary>The woven form of <c>ManualResetEventSlim.Wait</c>: who waits goes on from who has set it.</summary>
    public static bool Wait<TLineage>(ManualResetEventSlim latch, int millisecondsTimeout, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        if (!EventSwitch.IsOnIn<TLineage>() || latch is null || cancellationToken.IsCancellationRequested || millisecondsTimeout < Timeout.Infinite) return latch!.Wait(millisecondsTimeout, cancellationToken);
        Latch state = Beside<Latch>.Of(latch);
        if (millisecondsTimeout == 0 || !state.MustWait(latch, static one => one.IsSet, out long ticket)) return Latch.Passed(latch, latch.Wait(millisecondsTimeout, cancellationToken), site);
        bool isOver = false;
        using var wait = new ThreadWait(state, ticket, in isOver, site);
        return isOver = latch.Wait(millisecondsTimeout, cancellationToken);
    }

    /// <summary>The woven form of <c>ManualResetEventSlim.Wait</c>: who waits goes on from who has set it.</summary>
    public static bool Wait<TLineage>(ManualResetEventSlim latch, TimeSpan timeout, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        if (!EventSwitch.IsOnIn<TLineage>() || latch is null || cancellationToken.IsCancellationRequested || timeout.TotalMilliseconds is <= Timeout.Infinite - 1 or > int.MaxValue) return latch!.Wait(timeout, cancellationToken);
        Latch state = Beside<Latch>.Of(latch);
        if (timeout == TimeSpan.Zero || !state.MustWait(latch, static one => one.IsSet, out long ticket)) return Latch.Passed(latch, latch.Wait(timeout, cancellationToken), site);
        bool isOver = false;
        using var wait = new ThreadWait(state, ticket, in isOver, site);
        return isOver = latch.Wait(timeout, cancellationToken);
    }
}
