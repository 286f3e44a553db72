using Weft.Events;
using Weft.Events.Synchronization;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Barrier.SignalAndWait</c>: who waits goes on from the arrival of all.</summary>
    public static void SignalAndWait<TLineage>(Barrier barrier, int site) where TLineage : struct, ILineage
        => SignalAndWait<TLineage>(barrier, Timeout.Infinite, CancellationToken.None, site);

    /// <summary>The woven form of <c>Barrier.SignalAndWait</c>: who waits goes on from the arrival of all.</summary>
    public static void SignalAndWait<TLineage>(Barrier barrier, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => SignalAndWait<TLineage>(barrier, Timeout.Infinite, cancellationToken, site);

    /// <summary>The woven form of <c>Barrier.SignalAndWait</c>: who waits goes on from the arrival of all.</summary>
    public static bool SignalAndWait<TLineage>(Barrier barrier, int millisecondsTimeout, int site) where TLineage : struct, ILineage
        => SignalAndWait<TLineage>(barrier, millisecondsTimeout, CancellationToken.None, site);

    /// <summary>The woven form of <c>Barrier.SignalAndWait</c>: who waits goes on from the arrival of all.</summary>
    public static bool SignalAndWait<TLineage>(Barrier barrier, TimeSpan timeout, int site) where TLineage : struct, ILineage
        => SignalAndWait<TLineage>(barrier, timeout, CancellationToken.None, site);

    /// <summary>The woven form of <c>Barrier.SignalAndWait</c>: who waits goes on from the arrival of all.</summary>
    public static bool SignalAndWait<TLineage>(Barrier barrier, int millisecondsTimeout, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        if (!EventSwitch.IsOnIn<TLineage>() || barrier is null || cancellationToken.IsCancellationRequested || millisecondsTimeout < Timeout.Infinite) return barrier!.SignalAndWait(millisecondsTimeout, cancellationToken);
        bool isOver = false;
        using var wait = new ThreadWait(BarrierPhases.Arrive(barrier, site), 0, in isOver, site);
        try
        {
            return isOver = barrier.SignalAndWait(millisecondsTimeout, cancellationToken);
        }
        catch (BarrierPostPhaseException)
        {
            isOver = true;
            throw;
        }
    }

    /// <summary>The woven form of <c>Barrier.SignalAndWait</c>: who waits goes on from the arrival of all.</summary>
    public static bool SignalAndWait<TLineage>(Barrier barrier, TimeSpan timeout, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        if (!EventSwitch.IsOnIn<TLineage>() || barrier is null || cancellationToken.IsCancellationRequested || timeout.TotalMilliseconds is <= Timeout.Infinite - 1 or > int.MaxValue) return barrier!.SignalAndWait(timeout, cancellationToken);
        bool isOver = false;
        using var wait = new ThreadWait(BarrierPhases.Arrive(barrier, site), 0, in isOver, site);
        try
        {
            return isOver = barrier.SignalAndWait(timeout, cancellationToken);
        }
        catch (BarrierPostPhaseException)
        {
            isOver = true;
            throw;
        }
    }

    /// <summary>The woven form of <c>Barrier.RemoveParticipant</c>: the others may go on from here.</summary>
    public static void RemoveParticipant<TLineage>(Barrier barrier, int site) where TLineage : struct, ILineage
        => RemoveParticipants<TLineage>(barrier, 1, site);

    /// <summary>The woven form of <c>Barrier.RemoveParticipants</c>: the others may go on from here.</summary>
    public static void RemoveParticipants<TLineage>(Barrier barrier, int participantCount, int site) where TLineage : struct, ILineage
    {
        if (EventSwitch.IsOnIn<TLineage>() && barrier is not null) BarrierPhases.Arrive(barrier, site);
        barrier!.RemoveParticipants(participantCount);
    }
}
