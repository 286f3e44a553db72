using System.Runtime.CompilerServices;

namespace Weft.Events;

/// <summary>The end of a task that somebody else decides: the event of who did.</summary>
// Design: who waits may go on before the call that ends the task has returned, so the event is told before. Of several who try at once it is known only
// afterwards who did; in between there is no answer rather than a wrong one.
internal sealed class TaskSignal : TaskEnd
{
    private readonly Lock _gate = new();
    private EventId _event;
    private int _candidates;

    /// <inheritdoc/>
    internal override EventId Event
    {
        get
        {
            lock (_gate) return _event;
        }
    }

    /// <summary>The current unit is about to try to end a task.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // vanishes where nothing is recorded
    internal static Attempt Try<TLineage>(Task task, int site) where TLineage : struct, ILineage => TLineage.IsRecording && !task.IsCompleted ? Try(task, site) : default;

    private static Attempt Try(Task task, int site)
    {
        EventId signal = ExecutionUnit.Current.Event(EventKind.Signal, default, site);
        if (signal.IsNone) return default;
        if (Find(task) is not TaskSignal end) Set(task, end = new TaskSignal());
        end.Offer(signal);
        return new Attempt(end, signal);
    }

    private void Offer(EventId signal)
    {
        lock (_gate) _event = ++_candidates == 1 ? signal : default;
    }

    private void Won(EventId signal)
    {
        lock (_gate) _event = signal;
    }

    /// <summary>Somebody's try to end a task.</summary>
    internal readonly struct Attempt(TaskSignal end, EventId signal)
    {
        /// <summary>The try is over; gives its outcome back.</summary>
        internal bool Ended(bool hasEnded)
        {
            if (hasEnded) end?.Won(signal);
            return hasEnded;
        }
    }
}
