namespace Weft.Events;

/// <summary>The end of several tasks: that of each is joined.</summary>
internal sealed class EndOfAll(Task[] tasks) : TaskEnd
{
    /// <inheritdoc/>
    internal override EventId Event => default;

    /// <summary>Says that a task ends when all of some others have.</summary>
    internal static TTask Of<TTask>(TTask whole, Task[] parts) where TTask : Task
    {
        Set(whole, new EndOfAll(parts));
        return whole;
    }

    /// <inheritdoc/>
    internal override void Join(ExecutionUnit unit, int siteNumber)
    {
        foreach (Task task in tasks) Find(task)?.Join(unit, siteNumber);
    }

    /// <inheritdoc/>
    internal override void Resume(ExecutionUnit unit, int siteNumber)
    {
        unit.GoOnFrom(EventKind.Resume, default, siteNumber);
        Join(unit, siteNumber);
    }
}
