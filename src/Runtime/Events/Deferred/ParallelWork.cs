using System.Collections.Concurrent;

namespace Weft.Events.Deferred;

/// <summary>A loop that several workers run: each worker is a unit, from its first pass to its last, and who called goes on from the end of each.</summary>
internal sealed class ParallelWork(string name, int site)
{
    private readonly HandOver _from = HandOver.FromCurrent(site);
    private readonly ConcurrentQueue<UnitEnd> _workers = new();

    /// <summary>A worker begins on the calling thread, which may be that of who called.</summary>
    internal ExecutionUnitScope Begin()
    {
        ExecutionUnit unit = ExecutionUnit.Begin(ExecutionUnitKind.Task, name, _from);
        _workers.Enqueue(new UnitEnd { Unit = unit });
        return ExecutionUnit.Enter(unit);
    }

    /// <summary>A worker begins a pass: whatever the one before handled, it handles what was handed over.</summary>
    internal void Pass(in ExecutionUnitScope worker) => worker.Unit.Record = _from.Record;

    /// <summary>Who called goes on.</summary>
    internal void End(ExecutionUnit caller)
    {
        foreach (UnitEnd worker in _workers) worker.Join(caller, Capture.SiteRegistry.NumberOf(site));
    }
}
