using System.Runtime.CompilerServices;
using Weft.Capture;

namespace Weft.Events;

/// <summary>What is known of the flows on one thread: its own unit, and which asynchronous flow has left it last, to wait, and in which unit it goes on.</summary>
// Design: an asynchronous method runs in the unit of its caller, also where it has to wait, as long as its caller awaits it on the spot: then they are one executor. Where
// the caller goes on meanwhile (woven code says so around the call), or is no flow but a thread, the flow gets a unit of its own at the moment when it first waits, since
// until then it was a call like any other: calls that complete synchronously cost next to nothing, and what they did comes before what their caller does. A method that
// awaits on the spot what has just left like this goes on with it: it recognises the task.
internal sealed class ThreadFlows
{
    [ThreadStatic]
    private static ThreadFlows? _ofThread;

    private static int _departures;     // units that flows left into, of all threads, which nobody has met yet, as far as is known

    private object? _departedTask;      // of the flow that has left last into a unit of its own
    private ExecutionUnit? _departed;   // that unit

    /// <summary>Of the calling thread.</summary>
    internal static ThreadFlows Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] // to find what is the thread's own costs more than most of what is done with it
        get => _ofThread ?? Begin();
    }

    /// <summary>Whether any flow has left, on whatever thread: while none has, a look at the thread is saved.</summary>
    internal static bool MayHaveLeft => Volatile.Read(ref _departures) != 0;

    /// <summary>The unit that is, or was last, in a call whose task it does not await on the spot.</summary>
    internal ExecutionUnit? Forks { get; private set; }

    /// <summary>Whether it still is.</summary>
    internal bool IsForking { get; private set; }

    /// <summary>The thread's own unit; null while it has none.</summary>
    internal ExecutionUnit? Unit { get; set; }

    /// <summary>A call begins whose task is not awaited on the spot.</summary>
    internal static ForkedCall Fork()
    {
        ThreadFlows flows = Current;
        ExecutionUnit unit = ExecutionUnit.OfFlow ?? flows.Unit ?? ExecutionUnit.Current;
        var call = new ForkedCall(flows, unit);
        if (!ReferenceEquals(call.Before, unit)) flows.Forks = unit; // mostly it is: to store a reference costs more than to compare two
        flows.IsForking = true;
        return call;
    }

    /// <summary>Such a call is over.</summary>
    /// <param name="call">What <see cref="Fork"/> gave.</param>
    /// <param name="task">The task that it gave, or what stands for one in a <see cref="ValueTask"/>; null where there is none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // of calls that complete synchronously
    internal static void Forked(in ForkedCall call, object? task)
    {
        ThreadFlows flows = call.Flows!;
        flows.IsForking = call.WasForking;
        if (!ReferenceEquals(call.Before, call.Unit) && call.WasForking) flows.Forks = call.Before;
        if (call.WasWaiting) call.Unit!.Suspend(); // code that is not woven has called, while it waits for what that gives
        if (flows._departed is not null) flows.Parted(call, task);
    }

    /// <summary>A flow is about to wait.</summary>
    /// <param name="awaiter">Of what it waits for.</param>
    /// <param name="isResumed">Whether it has waited before, so that nobody below it on the thread's stack is its caller.</param>
    /// <param name="site">The handle of the site of the await.</param>
    /// <returns>The unit that the flow leaves into; null when it stays in the one that it is in. For <see cref="Left"/>.</returns>
    internal static ExecutionUnit? Leave<TLineage, TAwaiter>(ref TAwaiter awaiter, bool isResumed, int site) where TLineage : struct, ILineage =>
        TLineage.IsRecording ? Leave(Awaited<TAwaiter>.By(ref awaiter), Awaited<TAwaiter>.IsYield, isResumed, site) : null;

    private static ExecutionUnit? Leave(object? awaited, bool isYield, bool isResumed, int site)
    {
        ThreadFlows flows = Current;
        ExecutionUnit? flow = ExecutionUnit.OfFlow;
        ExecutionUnit? unit = null;
        bool isOfDeparted = awaited is not null && ReferenceEquals(flows._departedTask, awaited);
        if (!isResumed && (flow is null || (flows.IsForking && ReferenceEquals(flows.Forks, flow))))
        {
            unit = isOfDeparted ? flows._departed! : Begin(site);
            ExecutionUnit.OfFlow = flow = unit;
        }
        else if (isOfDeparted)
        {
            flows._departed!.EndWith(awaited!); // it is another flow after all
        }
        flow?.Wait(awaited, site, isYield);
        return unit;
    }

    /// <summary>A flow has left the thread into a unit of its own.</summary>
    internal static void Left(ExecutionUnit unit, object? task)
    {
        ThreadFlows flows = Current;
        if (flows._departed is null) Interlocked.Increment(ref _departures);
        flows._departedTask = task;
        flows._departed = unit;
    }

    /// <summary>A task that was awaited on the spot is complete. If its flow has left into a unit of its own, it was complete before anybody could wait for it.</summary>
    internal static void Meet(object task)
    {
        ThreadFlows flows = Current;
        if (!ReferenceEquals(flows._departedTask, task)) return;
        flows._departed!.EndWith(task);
        flows.Forget();
        Waiting.Join(task, site: 0);
    }

    /// <summary>A thread is about to be blocked by a task that it has just been given.</summary>
    internal static void Block(object task)
    {
        ThreadFlows flows = Current;
        if (ReferenceEquals(flows._departedTask, task)) flows._departed!.EndWith(task);
        flows.Forget();
    }

    private void Parted(in ForkedCall call, object? task)
    {
        if (task is not null && ReferenceEquals(_departedTask, task)) _departed!.EndWith(task);
        call.Unit!.Record = call.Record; // what was handled in the call is the other unit's matter now
        Forget();
    }

    private void Forget()
    {
        if (_departed is not null) Interlocked.Decrement(ref _departures);
        _departedTask = null;
        _departed = null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ThreadFlows Begin() => _ofThread = new ThreadFlows();

    private static ExecutionUnit Begin(int site) =>
        ExecutionUnit.Begin(ExecutionUnitKind.Task, SiteRegistry.Resolve(site)?.Row.Method ?? "", HandOver.FromCurrent(site));
}
