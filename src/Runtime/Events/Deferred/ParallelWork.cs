using System.Collections.Concurrent;
using System.Diagnostics;
using Weft.Capture;
using Weft.Flows;

namespace Weft.Events.Deferred;

/// <summary>A loop that several workers run, until it is disposed: each worker is a unit, from its first pass to its last, and who called goes on from the end of each.</summary>
// Design: a worker's unit is what .NET keeps for each worker from its first pass to its last, the loop's own local value, beside the program's where it has one.
internal sealed class ParallelWork(string name, int site) : IDisposable
{
    private readonly ExecutionUnit _caller = ExecutionUnit.Current;
    private readonly HandOver _from = HandOver.FromCurrent(site);
    private readonly ConcurrentQueue<UnitEnd> _workers = new();
    private CurrentRecord _lost; // what stands for the records of a partitioner that was made of traced ones; none of any other loop

    /// <summary>A loop over a partitioner, which does not tell whose records it gives.</summary>
    internal static ParallelWork Over(object partitioner, string name, int site)
    {
        var work = new ParallelWork(name, site);
        if (partitioner is not null && Attachments.Find(partitioner) is CutAttachment cut) work._lost = new CurrentRecord(Recorder.RootRange(Sources.Cut(site, cut.Site), 0, 1), 0);
        return work;
    }

    /// <summary>A worker begins on the calling thread, which may be that of who called.</summary>
    internal ExecutionUnitScope Begin()
    {
        ExecutionUnit unit = ExecutionUnit.Begin(ExecutionUnitKind.Task, name, _from);
        _workers.Enqueue(new UnitEnd { Unit = unit });
        return ExecutionUnit.Enter(unit);
    }

    /// <summary>A worker ends.</summary>
    internal static void End(ExecutionUnitScope worker) => worker.Dispose();

    /// <summary>As <see cref="Begin"/>, with a value of the program's.</summary>
    internal Func<(ExecutionUnitScope Worker, TLocal Local)> BeginWith<TLocal>(Func<TLocal> localInit) => [StackTraceHidden] () => (Begin(), localInit());

    /// <summary>As <see cref="End"/>, with a value of the program's.</summary>
    internal static Action<(ExecutionUnitScope Worker, TLocal Local)> EndWith<TLocal>(Action<TLocal> localFinally) => [StackTraceHidden] (worker) =>
    {
        using (worker.Worker) localFinally(worker.Local);
    };

    /// <summary>A pass, in the unit of its worker.</summary>
    internal Func<T, ParallelLoopState, ExecutionUnitScope, ExecutionUnitScope> Body<T>(Action<T> body) => [StackTraceHidden] (item, _, worker) =>
    {
        BeginPass(worker);
        body(item);
        return worker;
    };

    /// <inheritdoc cref="Body{T}(Action{T})"/>
    internal Func<T, ParallelLoopState, ExecutionUnitScope, ExecutionUnitScope> Body<T>(Action<T, ParallelLoopState> body) => [StackTraceHidden] (item, state, worker) =>
    {
        BeginPass(worker);
        body(item, state);
        return worker;
    };

    /// <inheritdoc cref="Body{T}(Action{T})"/>
    internal Func<T, ParallelLoopState, (ExecutionUnitScope Worker, TLocal Local), (ExecutionUnitScope Worker, TLocal Local)> Body<T, TLocal>(
        Func<T, ParallelLoopState, TLocal, TLocal> body) => [StackTraceHidden] (item, state, worker) =>
    {
        BeginPass(worker.Worker);
        return (worker.Worker, body(item, state, worker.Local));
    };

    /// <summary>As <see cref="Body{T}(Action{T})"/>, of a loop over records.</summary>
    internal Func<T, ParallelLoopState, long, ExecutionUnitScope, ExecutionUnitScope> Body<T>(Action<T> body, PassRecords? records) => [StackTraceHidden] (item, _, index, worker) =>
    {
        BeginPass(worker, records, index);
        body(item);
        return worker;
    };

    /// <inheritdoc cref="Body{T}(Action{T}, PassRecords?)"/>
    internal Func<T, ParallelLoopState, long, ExecutionUnitScope, ExecutionUnitScope> Body<T>(Action<T, ParallelLoopState> body, PassRecords? records) => [StackTraceHidden] (item, state, index, worker) =>
    {
        BeginPass(worker, records, index);
        body(item, state);
        return worker;
    };

    /// <inheritdoc cref="Body{T}(Action{T}, PassRecords?)"/>
    internal Func<T, ParallelLoopState, long, ExecutionUnitScope, ExecutionUnitScope> Body<T>(Action<T, ParallelLoopState, long> body, PassRecords? records = null) => [StackTraceHidden] (item, state, index, worker) =>
    {
        BeginPass(worker, records, index);
        body(item, state, index);
        return worker;
    };

    /// <inheritdoc cref="Body{T}(Action{T}, PassRecords?)"/>
    internal Func<T, ParallelLoopState, long, (ExecutionUnitScope Worker, TLocal Local), (ExecutionUnitScope Worker, TLocal Local)> Body<T, TLocal>(
        Func<T, ParallelLoopState, TLocal, TLocal> body, PassRecords? records) => [StackTraceHidden] (item, state, index, worker) =>
    {
        BeginPass(worker.Worker, records, index);
        return (worker.Worker, body(item, state, worker.Local));
    };

    /// <inheritdoc cref="Body{T}(Action{T}, PassRecords?)"/>
    internal Func<T, ParallelLoopState, long, (ExecutionUnitScope Worker, TLocal Local), (ExecutionUnitScope Worker, TLocal Local)> Body<T, TLocal>(
        Func<T, ParallelLoopState, long, TLocal, TLocal> body, PassRecords? records = null) => [StackTraceHidden] (item, state, index, worker) =>
    {
        BeginPass(worker.Worker, records, index);
        return (worker.Worker, body(item, state, index, worker.Local));
    };

    /// <summary>Who called goes on.</summary>
    public void Dispose()
    {
        foreach (UnitEnd worker in _workers) worker.Join(_caller, SiteRegistry.NumberOf(site));
    }

    // Whatever the pass before handled, this one handles its own record, else what was handed over.
    private void BeginPass(in ExecutionUnitScope worker, PassRecords? records = null, long index = 0)
    {
        worker.Unit.Record = _lost.Span != 0 ? _lost : _from.Record;
        if (records is not null) PassRecords.Handle(worker.Unit, records.At(index), site);
    }
}
