using Weft.Events;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Lock.Enter</c>: where it is not free, who waits goes on from its release.</summary>
    public static void EnterLock<TLineage>(Lock @lock, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording) @lock.Enter();
        else if (!@lock.TryEnter()) Contended.Enter(@lock, site);
    }

    /// <summary>The woven form of <c>Lock.EnterScope</c>: where it is not free, who waits goes on from its release.</summary>
    public static Lock.Scope EnterScope<TLineage>(Lock @lock, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording) return @lock.EnterScope();
        if (@lock.TryEnter()) return LockScope.Of(@lock);
        Contended.Enter(@lock, site);
        return LockScope.Of(@lock);
    }

    /// <summary>The woven form of <c>Lock.TryEnter</c>: as Enter.</summary>
    public static bool TryEnterLock<TLineage>(Lock @lock, TimeSpan timeout, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && timeout != TimeSpan.Zero && timeout.TotalMilliseconds is > Timeout.Infinite - 1 and <= int.MaxValue
            ? @lock.TryEnter() || Contended.TryEnter(@lock, timeout, site)
            : @lock.TryEnter(timeout);

    /// <summary>The woven form of <c>Lock.TryEnter</c>: as Enter.</summary>
    public static bool TryEnterLock<TLineage>(Lock @lock, int millisecondsTimeout, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && millisecondsTimeout is not 0 and >= -1
            ? @lock.TryEnter() || Contended.TryEnter(@lock, TimeSpan.FromMilliseconds(millisecondsTimeout), site)
            : @lock.TryEnter(millisecondsTimeout);

    /// <summary>The woven form of <c>Lock.Exit</c>.</summary>
    public static void ExitLock<TLineage>(Lock @lock, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && Contention.IsAny) Contention.Release(@lock, site);
        @lock.Exit();
    }

    /// <summary>The woven form of <c>Lock.Scope.Dispose</c>.</summary>
    public static void LeaveScope<TLineage>(ref Lock.Scope scope, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && Contention.IsAny && LockScope.LockOf(ref scope) is { } held) Contention.Release(held, site);
        scope.Dispose();
    }
}
