namespace Weft.Events.Synchronization;

/// <summary>Waits for the events of the operating system's kind.</summary>
internal static class HandleWaits
{
    /// <summary>Whether it is known who lets a wait for a handle go on. What no timeout may be is left to the call itself, which complains; and where a context is told of waits, they are as many as the program makes.</summary>
    internal static bool AreFollowed(WaitHandle handle, int milliseconds)
        => handle is ManualResetEvent or AutoResetEvent && milliseconds >= Timeout.Infinite && SynchronizationContext.Current?.IsWaitNotificationRequired() != true;

    /// <summary>A timeout in milliseconds; less than any where it may be none.</summary>
    internal static int Milliseconds(TimeSpan timeout) => timeout.TotalMilliseconds is > Timeout.Infinite - 1 and <= int.MaxValue ? (int)timeout.TotalMilliseconds : int.MinValue;

    internal static bool WaitOne(WaitHandle handle, int milliseconds, int site) =>
        handle is AutoResetEvent turnstile ? WaitOne(turnstile, milliseconds, site) : WaitOne((ManualResetEvent)handle, milliseconds, site);

    private static bool WaitOne(AutoResetEvent turnstile, int milliseconds, int site)
    {
        Turnstile state = Beside<Turnstile>.Of(turnstile);
        if (state.TryPass(turnstile, waits: milliseconds != 0, site)) return true;
        if (milliseconds == 0) return false;
        bool isOver = false;
        using var wait = new ThreadWait(state, 0, in isOver, site);
        return isOver = turnstile.WaitOne(milliseconds);
    }

    private static bool WaitOne(ManualResetEvent latch, int milliseconds, int site)
    {
        Latch state = Beside<Latch>.Of(latch);
        if (milliseconds == 0 || !state.MustWait(latch, static one => one.WaitOne(0), out long ticket)) return Latch.Passed(latch, latch.WaitOne(milliseconds), site);
        bool isOver = false;
        using var wait = new ThreadWait(state, ticket, in isOver, site);
        return isOver = latch.WaitOne(milliseconds);
    }
}
