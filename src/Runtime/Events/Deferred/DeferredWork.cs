namespace Weft.Events.Deferred;

/// <summary>Work that was handed over to be done later: each time it is done, by a unit of its own, which goes on from who handed it over.</summary>
// Design: stands in place of the program's delegate, because only there is it known when the work begins and ends. The unit begins with the work, not when it is
// handed over, so that work that is never done is no unit, and the time in a queue is that between the two events.
internal abstract class DeferredWork(ExecutionUnitKind kind, string name, int site, bool isStartedLater = false)
{
    /// <summary>The name of units that go on where a task has ended.</summary>
    protected const string Name = "ContinueWith";

    /// <summary>The name of units that are there because a token was cancelled.</summary>
    protected const string Registered = "CancellationToken.Register";

    /// <summary>The handle of the site that hands the work over.</summary>
    protected int SiteHandle => site;

    private readonly HandOver _from = isStartedLater ? HandOver.FromMaker(site) : HandOver.FromCurrent(site);

    /// <summary>The end of the work; of work that is done more than once, of what was begun last.</summary>
    internal UnitEnd End { get; } = new();

    /// <summary>Says that a task, or a thread, ends with the work.</summary>
    internal TTask Ends<TTask>(TTask task) where TTask : class
    {
        TaskEnd.Set(task, End);
        return task;
    }

    /// <summary>A task, or a thread, that was made earlier is about to be started by the current unit.</summary>
    internal static void Start<TLineage>(object? started, int site) where TLineage : struct, ILineage
    {
        if (EventSwitch.IsOnIn<TLineage>() && started is not null && TaskEnd.Find(started) is UnitEnd { Unit: null } end) end.Started = ExecutionUnit.Current.Event(EventKind.Fork, default, site);
    }

    /// <summary>Begins the unit that does the work, as the current one.</summary>
    protected ExecutionUnitScope Begin() => Begin(End);

    /// <summary>As <see cref="Begin()"/>, with an end of its own.</summary>
    protected ExecutionUnitScope Begin(UnitEnd end)
    {
        HandOver from = end.Started.IsNone ? _from : _from with { Cause = _from.Cause with { Event = end.Started } };
        ExecutionUnit unit = ExecutionUnit.Begin(kind, kind == ExecutionUnitKind.Thread ? Thread.CurrentThread.Name ?? name : name, from);
        end.Unit = unit;
        return ExecutionUnit.Enter(unit);
    }

    /// <summary>As <see cref="Begin()"/>, of work that waited for a task to end.</summary>
    protected ExecutionUnitScope BeginBehind(Task task)
    {
        ExecutionUnitScope scope = Begin();
        Waiting.Join(scope.Unit, task, site);
        return scope;
    }

    /// <summary>As <see cref="Begin()"/>, of work that waited for a token to be cancelled, and is done by who cancels it.</summary>
    protected ExecutionUnitScope BeginBehindCancellation()
    {
        ExecutionUnitScope scope = Begin();
        if (Cancelling.OfThread is { IsNone: false } cancelled) scope.Unit.Event(EventKind.Resume, cancelled, site);
        return scope;
    }

    /// <summary>Ends the work; where it gave a task, the unit ends with that.</summary>
    protected void EndWith<TResult>(ExecutionUnitScope scope, TResult result) => EndWith(scope, result, End);

    /// <summary>As <see cref="EndWith{TResult}(ExecutionUnitScope, TResult)"/>, with an end of its own.</summary>
    protected static void EndWith<TResult>(ExecutionUnitScope scope, TResult result, UnitEnd end)
    {
        if (result is Task task) scope.EndWith(task, end);
        else scope.Dispose();
    }
}
