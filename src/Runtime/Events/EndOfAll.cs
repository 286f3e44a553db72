using Weft.Capture;

namespace Weft.Events;

/// <summary>The end of several tasks: that of each is joined.</summary>
// Design: what a task ends with may be known only when it is asked for, so the tasks are kept. A program may go on putting the end of all before into the next one
// (all = Task.WhenAll(all, next)): nested ends are walked through, each once, and one that has come is taken over by a unit that joins its parts, so that such a chain keeps no
// more than what is still under way.
internal sealed class EndOfAll(Task[] tasks) : TaskEnd
{
    private const int GreatestDepth = 256; // of ends under way that are looked through for one that has come

    private readonly Lock _gate = new();
    private Task[] _tasks = tasks;  // empty once they have been taken over
    private EventId _end;           // of the unit that has

    /// <inheritdoc/>
    internal override EventId Event
    {
        get
        {
            lock (_gate) return _end;
        }
    }

    /// <inheritdoc/>
    protected override EventKind Kind => EventKind.Join;

    private Task[] Tasks
    {
        get
        {
            lock (_gate) return _tasks;
        }
    }

    /// <summary>Says that a task ends when all of some others have.</summary>
    internal static TTask Of<TTask>(TTask whole, Task[] parts, int site) where TTask : Task
    {
        if (!EventSwitch.IsOn || Array.IndexOf(parts, whole) >= 0) return whole; // .NET gives an only task itself
        var end = new EndOfAll(parts);
        Set(whole, end);
        end.TakeOverWhatHasCome(site);
        return whole;
    }

    /// <inheritdoc/>
    internal override void Join(ExecutionUnit unit, int siteNumber)
    {
        foreach (TaskEnd end in Ends()) end.Join(unit, siteNumber);
        base.Join(unit, siteNumber);
    }

    /// <inheritdoc/>
    internal override void Resume(ExecutionUnit unit, int siteNumber)
    {
        unit.GoOnFrom(EventKind.Resume, default, siteNumber);
        Join(unit, siteNumber);
    }

    // The ends of all parts, those of nested ones in place of theirs. Without recursion: a chain may be longer than the stack.
    private IEnumerable<TaskEnd> Ends()
    {
        HashSet<EndOfAll>? seen = null;
        var ahead = new Stack<EndOfAll>([this]);
        while (ahead.TryPop(out EndOfAll? all))
        {
            foreach (Task task in all.Tasks)
            {
                TaskEnd? end = Find(task);
                if (end is EndOfAll { Tasks.Length: > 0 } nested)
                {
                    if ((seen ??= []).Add(nested)) ahead.Push(nested);
                }
                else if (end is not null)
                {
                    yield return end;
                }
            }
        }
    }

    private void TakeOverWhatHasCome(int site)
    {
        EndOfAll? all = this;
        for (int depth = 0; all is not null && depth < GreatestDepth; depth++)
        {
            EndOfAll? underWay = null;
            foreach (Task task in all.Tasks)
            {
                if (Find(task) is not EndOfAll nested) continue;
                if (task.IsCompleted) nested.TakeOver(site);
                else underWay = nested;
            }
            all = underWay;
        }
    }

    private void TakeOver(int site)
    {
        lock (_gate)
        {
            if (_tasks.Length == 0) return;
            ExecutionUnit unit = ExecutionUnit.Begin(ExecutionUnitKind.Task, nameof(Task.WhenAll), HandOver.FromCurrent(site) with { Record = default });
            Join(unit, SiteRegistry.NumberOf(site));
            unit.CompleteStopped();
            _end = unit.End;
            _tasks = [];
        }
    }
}
