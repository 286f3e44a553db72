namespace Weft.Events;

/// <summary>The end of the first of several tasks to end: that one's.</summary>
internal abstract class EndOfFirst : TaskEnd
{
    /// <inheritdoc/>
    internal override EventId Event => Last?.Event ?? default;

    /// <summary>The task that was first; null where that is not known.</summary>
    protected abstract Task? First { get; }

    // Without recursion: a program may go on putting the first of all before into the next one.
    private TaskEnd? Last
    {
        get
        {
            TaskEnd? end = this;
            while (end is EndOfFirst { First: var first }) end = first is null ? null : Find(first);
            return end;
        }
    }

    /// <summary>Says that a task ends when the first of several has, where events are recorded.</summary>
    internal static Task<TTask> Of<TLineage, TTask>(Task<TTask> whole) where TLineage : struct, ILineage where TTask : Task
    {
        if (EventSwitch.IsOnIn<TLineage>()) Set(whole, new EndOf<TTask>(whole));
        return whole;
    }

    /// <inheritdoc/>
    internal override void Join(ExecutionUnit unit, int siteNumber) => Last?.Join(unit, siteNumber);

    /// <inheritdoc/>
    internal override void Resume(ExecutionUnit unit, int siteNumber)
    {
        if (Last is { } last) last.Resume(unit, siteNumber);
        else base.Resume(unit, siteNumber);
    }

    private sealed class EndOf<TTask>(Task<TTask> whole) : EndOfFirst where TTask : Task
    {
        /// <inheritdoc/>
        protected override Task? First => whole.IsCompletedSuccessfully ? whole.Result : null;
    }
}
