using Weft.Events;
using Weft.Events.Synchronization;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>SemaphoreSlim.Wait</c>: where there is no permit, who waits goes on from a release.</summary>
    public static void Wait<TLineage>(SemaphoreSlim semaphore, int site) where TLineage : struct, ILineage
        => Wait<TLineage>(semaphore, Timeout.Infinite, CancellationToken.None, site);

    /// <summary>The woven form of <c>SemaphoreSlim.Wait</c>: where there is no permit, who waits goes on from a release.</summary>
    public static void Wait<TLineage>(SemaphoreSlim semaphore, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => Wait<TLineage>(semaphore, Timeout.Infinite, cancellationToken, site);

    /// <summary>The woven form of <c>SemaphoreSlim.Wait</c>: where there is no permit, who waits goes on from a release.</summary>
    public static bool Wait<TLineage>(SemaphoreSlim semaphore, int millisecondsTimeout, int site) where TLineage : struct, ILineage
        => EventSwitch.IsOnIn<TLineage>() && millisecondsTimeout >= Timeout.Infinite
            ? Wait<TLineage>(semaphore, millisecondsTimeout, CancellationToken.None, site)
            : semaphore.Wait(millisecondsTimeout); // which does not complain of less, as the other one does

    /// <summary>The woven form of <c>SemaphoreSlim.Wait</c>: where there is no permit, who waits goes on from a release.</summary>
    public static bool Wait<TLineage>(SemaphoreSlim semaphore, TimeSpan timeout, int site) where TLineage : struct, ILineage
        => Wait<TLineage>(semaphore, timeout, CancellationToken.None, site);

    /// <summary>The woven form of <c>SemaphoreSlim.Wait</c>: where there is no permit, who waits goes on from a release.</summary>
    public static bool Wait<TLineage>(SemaphoreSlim semaphore, int millisecondsTimeout, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        if (!EventSwitch.IsOnIn<TLineage>() || semaphore is null) return semaphore!.Wait(millisecondsTimeout, cancellationToken);
        if (cancellationToken.IsCancellationRequested || millisecondsTimeout < Timeout.Infinite) return semaphore.Wait(millisecondsTimeout, cancellationToken); // which complains
        if (TakeAtOnce(semaphore)) return true;
        if (millisecondsTimeout == 0) return false;
        bool isTaken = false;
        using var wait = new ThreadWait(SemaphoreGate.Begin(semaphore), 0, in isTaken, site);
        return isTaken = semaphore.Wait(millisecondsTimeout, cancellationToken);
    }

    /// <summary>The woven form of <c>SemaphoreSlim.Wait</c>: where there is no permit, who waits goes on from a release.</summary>
    public static bool Wait<TLineage>(SemaphoreSlim semaphore, TimeSpan timeout, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        if (!EventSwitch.IsOnIn<TLineage>() || semaphore is null) return semaphore!.Wait(timeout, cancellationToken);
        if (cancellationToken.IsCancellationRequested || timeout.TotalMilliseconds is <= Timeout.Infinite - 1 or > int.MaxValue) return semaphore.Wait(timeout, cancellationToken); // which complains
        if (TakeAtOnce(semaphore)) return true;
        if (timeout == TimeSpan.Zero) return false;
        bool isTaken = false;
        using var wait = new ThreadWait(SemaphoreGate.Begin(semaphore), 0, in isTaken, site);
        return isTaken = semaphore.Wait(timeout, cancellationToken);
    }

    /// <summary>The woven form of <c>SemaphoreSlim.WaitAsync</c>: where there is no permit, who awaits it goes on from a release.</summary>
    public static Task WaitAsync<TLineage>(SemaphoreSlim semaphore, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return Await<TLineage, Task>(semaphore, semaphore.WaitAsync(), isDirect: true);
    }

    /// <summary>The woven form of <c>SemaphoreSlim.WaitAsync</c>: where there is no permit, who awaits it goes on from a release.</summary>
    public static Task WaitAsync<TLineage>(SemaphoreSlim semaphore, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return Await<TLineage, Task>(semaphore, semaphore.WaitAsync(cancellationToken), isDirect: !cancellationToken.CanBeCanceled);
    }

    /// <summary>The woven form of <c>SemaphoreSlim.WaitAsync</c>: where there is no permit, who awaits it goes on from a release.</summary>
    public static Task<bool> WaitAsync<TLineage>(SemaphoreSlim semaphore, int millisecondsTimeout, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return Await<TLineage, Task<bool>>(semaphore, semaphore.WaitAsync(millisecondsTimeout), isDirect: false);
    }

    /// <summary>The woven form of <c>SemaphoreSlim.WaitAsync</c>: where there is no permit, who awaits it goes on from a release.</summary>
    public static Task<bool> WaitAsync<TLineage>(SemaphoreSlim semaphore, TimeSpan timeout, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return Await<TLineage, Task<bool>>(semaphore, semaphore.WaitAsync(timeout), isDirect: false);
    }

    /// <summary>The woven form of <c>SemaphoreSlim.WaitAsync</c>: where there is no permit, who awaits it goes on from a release.</summary>
    public static Task<bool> WaitAsync<TLineage>(SemaphoreSlim semaphore, int millisecondsTimeout, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return Await<TLineage, Task<bool>>(semaphore, semaphore.WaitAsync(millisecondsTimeout, cancellationToken), isDirect: false);
    }

    /// <summary>The woven form of <c>SemaphoreSlim.WaitAsync</c>: where there is no permit, who awaits it goes on from a release.</summary>
    public static Task<bool> WaitAsync<TLineage>(SemaphoreSlim semaphore, TimeSpan timeout, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return Await<TLineage, Task<bool>>(semaphore, semaphore.WaitAsync(timeout, cancellationToken), isDirect: false);
    }

    /// <summary>The woven form of <c>SemaphoreSlim.Release</c>.</summary>
    public static int Release<TLineage>(SemaphoreSlim semaphore, int site) where TLineage : struct, ILineage
        => Release<TLineage>(semaphore, 1, site);

    /// <summary>The woven form of <c>SemaphoreSlim.Release</c>.</summary>
    public static int Release<TLineage>(SemaphoreSlim semaphore, int releaseCount, int site) where TLineage : struct, ILineage
        => EventSwitch.IsOnIn<TLineage>() && SemaphoreGate.IsAny && semaphore is not null ? SemaphoreGate.Release(semaphore, releaseCount, site) : semaphore!.Release(releaseCount);

    private static bool TakeAtOnce(SemaphoreSlim semaphore)
    {
        if (!semaphore.Wait(0)) return false;
        if (SemaphoreGate.IsAny) SemaphoreGate.TakenAtOnce(semaphore);
        return true;
    }

    private static TTask Await<TLineage, TTask>(SemaphoreSlim semaphore, TTask task, bool isDirect) where TLineage : struct, ILineage where TTask : Task
        => EventSwitch.IsOnIn<TLineage>() ? SemaphoreGate.Await(semaphore, task, isDirect) : task;
}
