using Weft.Capture;

namespace Weft.Events;

/// <summary>Which asynchronous flow has left the calling thread last, to wait, and in which unit it goes on.</summary>
// Design: an asynchronous method runs in the unit of its caller, also where it has to wait, as long as its caller awaits it on the spot: then they are one executor. Where
// the caller goes on meanwhile (woven code says so around the call), or is no flow but a thread, the flow gets a unit of its own at the moment when it first waits, since
// until then it was a call like any other: calls that complete synchronously cost next to nothing, and what they did comes before what their caller does. A method that
// awaits on the spot what has just left like this goes on with it: it recognises the task.
internal struct Departure
{
    [ThreadStatic]
    private static Departure _ofThread;

    private ExecutionUnit? _forks;      // the unit that is in a call whose task it does not await on the spot
    private object? _task;              // of the flow that has left last into a unit of its own
    private ExecutionUnit? _unit;       // that unit

    /// <summary>Whether a flow has left the calling thread into a unit of its own, as far as is known.</summary>
    internal static bool HasLeft => _ofThread._task is not null;

    /// <summary>A call begins whose task is not awaited on the spot.</summary>
    internal static ForkedCall Fork()
    {
        ref Departure departure = ref _ofThread;
        ExecutionUnit unit = ExecutionUnit.Current;
        var call = new ForkedCall(departure._forks, unit, unit.Record, unit.IsWaiting);
        departure._forks = unit;
        return call;
    }

    /// <summary>Such a call is over.</summary>
    /// <param name="call">What <see cref="Fork"/> gave.</param>
    /// <param name="task">The task that it gave, or what stands for one in a <see cref="ValueTask"/>; null where there is none.</param>
    internal static void Forked(in ForkedCall call, object? task)
    {
        ref Departure departure = ref _ofThread;
        departure._forks = call.Before;
        if (call.WasWaiting) call.Unit!.Suspend(); // code that is not woven has called, while it waits for what that gives
        if (departure._unit is not { } unit) return;
        if (task is not null && ReferenceEquals(departure._task, task)) unit.EndWith(task);
        call.Unit!.Record = call.Record; // what was handled in the call is the other unit's matter now
        departure._task = null;
        departure._unit = null;
    }

    /// <summary>A flow is about to wait.</summary>
    /// <param name="awaited">The task that it waits for, or what stands for one; null where it is nothing of the kind.</param>
    /// <param name="isYield">Whether it waits for nobody, but gives up the thread.</param>
    /// <param name="isResumed">Whether it has waited before, so that nobody below it on the thread's stack is its caller.</param>
    /// <param name="site">The handle of the site of the await.</param>
    /// <returns>The unit that the flow leaves into; null when it stays in the one that it is in. For <see cref="Left"/>.</returns>
    internal static ExecutionUnit? Leave(object? awaited, bool isYield, bool isResumed, int site)
    {
        ref Departure departure = ref _ofThread;
        ExecutionUnit? flow = ExecutionUnit.OfFlow;
        ExecutionUnit? unit = null;
        bool isOfDeparted = awaited is not null && ReferenceEquals(departure._task, awaited);
        if (!isResumed && (flow is null || ReferenceEquals(departure._forks, flow)))
        {
            unit = isOfDeparted ? departure._unit! : Begin(site);
            ExecutionUnit.OfFlow = flow = unit;
        }
        else if (isOfDeparted)
        {
            departure._unit!.EndWith(awaited!); // it is another flow after all
        }
        flow?.Wait(awaited, site, isYield);
        return unit;
    }

    /// <summary>A flow has left the thread into a unit of its own.</summary>
    internal static void Left(ExecutionUnit unit, object? task)
    {
        ref Departure departure = ref _ofThread;
        departure._task = task;
        departure._unit = unit;
    }

    /// <summary>A task that was awaited on the spot is complete. If its flow has left into a unit of its own, it was complete before anybody could wait for it.</summary>
    internal static void Meet(object task)
    {
        ref Departure departure = ref _ofThread;
        if (!ReferenceEquals(departure._task, task)) return;
        departure._unit!.EndWith(task);
        departure._task = null;
        departure._unit = null;
        Waiting.Join(task, site: 0);
    }

    /// <summary>A thread is about to be blocked by a task that it has just been given.</summary>
    internal static void Block(object task)
    {
        ref Departure departure = ref _ofThread;
        if (ReferenceEquals(departure._task, task)) departure._unit!.EndWith(task);
        departure._task = null;
        departure._unit = null;
    }

    private static ExecutionUnit Begin(int site) =>
        ExecutionUnit.Begin(ExecutionUnitKind.Task, SiteRegistry.Resolve(site)?.Row.Method ?? "", HandOver.FromCurrent(site));
}
