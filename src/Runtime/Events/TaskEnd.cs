using Weft.Flows;

namespace Weft.Events;

/// <summary>Which event the end of a task, or of a thread, was: what somebody who waits for it goes on from.</summary>
internal abstract class TaskEnd
{
    private static readonly WeakTable<TaskEnd> _ofTasks = new();

    /// <summary>The event, asked for when the task has ended; none where it is not known.</summary>
    internal abstract EventId Event { get; }

    /// <summary>What it is for a unit to go on from here.</summary>
    protected virtual EventKind Kind => EventKind.Resume;

    /// <summary>Records that a unit goes on from here, which did not wait.</summary>
    internal virtual void Join(ExecutionUnit unit, int siteNumber)
    {
        if (Event is { IsNone: false } end) unit.GoOnFrom(EventKind.Join, end, siteNumber);
    }

    /// <summary>Records that a unit goes on from here, which waited.</summary>
    internal virtual void Resume(ExecutionUnit unit, int siteNumber)
    {
        EventId end = Event;
        unit.GoOnFrom(end.IsNone ? EventKind.Resume : Kind, end, siteNumber);
    }

    /// <summary>Says what ends a task, a thread, or what else is waited for.</summary>
    internal static void Set(object task, TaskEnd end) => _ofTasks.Set(task, end);

    /// <summary>What ends a task, where anything is known.</summary>
    internal static TaskEnd? Find(object task) => _ofTasks.Find(task);
}

/// <summary>The end of the unit that a task is the work of.</summary>
internal sealed class UnitEnd : TaskEnd
{
    private ExecutionUnit? _unit;

    /// <inheritdoc/>
    protected override EventKind Kind => EventKind.Join;

    /// <summary>The unit; null while it has not begun.</summary>
    internal ExecutionUnit? Unit
    {
        get => Volatile.Read(ref _unit);
        set => Volatile.Write(ref _unit, value);
    }

    /// <summary>The task that the unit ends with, where that is not the one asked about: who gave work that gives a task may wait for its beginning alone.</summary>
    internal Task? Until { get; set; }

    /// <summary>The end of that task where others had begun it: it comes besides.</summary>
    internal TaskEnd? Given { get; set; }

    /// <summary>The event of who started the work, where that was not who made it; none where it was not woven.</summary>
    internal EventId Started { get; set; }

    /// <inheritdoc/>
    internal override EventId Event
    {
        get
        {
            if (Unit is not { } unit || Until is { IsCompleted: false }) return default; // it was cancelled before it began, or goes on
            unit.CompleteStopped(); // who waited may be faster than what else hears of the end
            return unit.End;
        }
    }

    /// <inheritdoc/>
    internal override void Join(ExecutionUnit unit, int siteNumber)
    {
        base.Join(unit, siteNumber);
        Given?.Join(unit, siteNumber);
    }

    /// <inheritdoc/>
    internal override void Resume(ExecutionUnit unit, int siteNumber)
    {
        base.Resume(unit, siteNumber);
        Given?.Join(unit, siteNumber);
    }
}
