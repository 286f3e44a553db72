namespace Weft.Events.Synchronization;

/// <summary>An asynchronous wait for a semaphore. Its state belongs to the gate.</summary>
/// <param name="gate">The semaphore's.</param>
/// <param name="task">What stands for the wait.</param>
/// <param name="isDirect">Whether the task is complete as soon as the semaphore has served it: of a wait that cannot be cancelled, nor end in time.</param>
internal sealed class SemaphoreEntry(SemaphoreGate gate, Task task, bool isDirect) : TaskEnd
{
    /// <inheritdoc/>
    internal override EventId Event => gate.End(this);

    /// <inheritdoc/>
    protected override EventKind Kind => EventKind.Acquire;

    internal bool IsDirect => isDirect;

    /// <summary>Whether it is known to have a permit.</summary>
    internal bool IsServed => task.IsCompleted && IsTaken(task);

    /// <summary>Whether it is known to get none.</summary>
    internal bool HasFailed => task.IsCompleted && !IsTaken(task);

    internal bool IsWaiting { get; set; }

    /// <summary>The release that let it in, where that is known.</summary>
    internal EventId Release { get; set; }

    /// <summary>Whether a task that is complete has taken a permit.</summary>
    internal static bool IsTaken(Task task) => task.IsCompletedSuccessfully && task is not Task<bool> { Result: false };
}
