using Weft.Events;
using Weft.Events.Synchronization;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>EventWaitHandle.Set</c>: who waits goes on from here.</summary>
    public static bool Set<TLineage>(EventWaitHandle handle, int site) where TLineage : struct, ILineage => handle switch
    {
        ManualResetEvent latch when EventSwitch.IsOnIn<TLineage>() => Latch.Set(latch, site),
        AutoResetEvent turnstile when EventSwitch.IsOnIn<TLineage>() => Turnstile.Set(turnstile, site),
        _ => handle.Set(),
    };

    /// <summary>The woven form of <c>EventWaitHandle.Reset</c>.</summary>
    public static bool Reset<TLineage>(EventWaitHandle handle, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return handle switch
        {
            ManualResetEvent latch when EventSwitch.IsOnIn<TLineage>() => Latch.Reset(latch),
            AutoResetEvent turnstile when EventSwitch.IsOnIn<TLineage>() => Turnstile.Reset(turnstile),
            _ => handle.Reset(),
        };
    }

    /// <summary>The woven form of <c>WaitHandle.WaitOne</c>: who waits for an event goes on from who has set it.</summary>
    public static bool WaitOne<TLineage>(WaitHandle handle, int site) where TLineage : struct, ILineage
        => EventSwitch.IsOnIn<TLineage>() && HandleWaits.AreFollowed(handle, Timeout.Infinite) ? HandleWaits.WaitOne(handle, Timeout.Infinite, site) : handle.WaitOne();

    /// <summary>The woven form of <c>WaitHandle.WaitOne</c>: who waits for an event goes on from who has set it.</summary>
    public static bool WaitOne<TLineage>(WaitHandle handle, int millisecondsTimeout, int site) where TLineage : struct, ILineage
        => EventSwitch.IsOnIn<TLineage>() && HandleWaits.AreFollowed(handle, millisecondsTimeout) ? HandleWaits.WaitOne(handle, millisecondsTimeout, site) : handle.WaitOne(millisecondsTimeout);

    /// <summary>The woven form of <c>WaitHandle.WaitOne</c>: who waits for an event goes on from who has set it.</summary>
    public static bool WaitOne<TLineage>(WaitHandle handle, TimeSpan timeout, int site) where TLineage : struct, ILineage
        => EventSwitch.IsOnIn<TLineage>() && HandleWaits.AreFollowed(handle, HandleWaits.Milliseconds(timeout)) ? HandleWaits.WaitOne(handle, HandleWaits.Milliseconds(timeout), site) : handle.WaitOne(timeout);

    /// <summary>The woven form of <c>WaitHandle.WaitOne</c>: who waits for an event goes on from who has set it.</summary>
    public static bool WaitOne<TLineage>(WaitHandle handle, int millisecondsTimeout, bool exitContext, int site) where TLineage : struct, ILineage
        => EventSwitch.IsOnIn<TLineage>() && HandleWaits.AreFollowed(handle, millisecondsTimeout) ? HandleWaits.WaitOne(handle, millisecondsTimeout, site) : handle.WaitOne(millisecondsTimeout, exitContext);

    /// <summary>The woven form of <c>WaitHandle.WaitOne</c>: who waits for an event goes on from who has set it.</summary>
    public static bool WaitOne<TLineage>(WaitHandle handle, TimeSpan timeout, bool exitContext, int site) where TLineage : struct, ILineage
        => EventSwitch.IsOnIn<TLineage>() && HandleWaits.AreFollowed(handle, HandleWaits.Milliseconds(timeout)) ? HandleWaits.WaitOne(handle, HandleWaits.Milliseconds(timeout), site) : handle.WaitOne(timeout, exitContext);
}
