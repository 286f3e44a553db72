using Weft.Capture;

namespace Weft.Events.Deferred;

/// <summary>Work on single records that threads of .NET's choice do, until it is disposed: each thread is a unit from its first record on, and who called goes on from the end of each.</summary>
internal sealed class ThreadsWork(string name, int site) : IDisposable
{
    private readonly ExecutionUnit _caller = ExecutionUnit.Current;
    private readonly HandOver _from = HandOver.FromCurrent(site);
    private readonly ThreadLocal<ExecutionUnit?> _units = new(trackAllValues: true);

    /// <summary>Does the work on one record, in the unit of the calling thread.</summary>
    internal void Do<T>(Action<T> action, T item, CurrentRecord record)
    {
        ExecutionUnit unit = _units.Value ??= ExecutionUnit.Begin(ExecutionUnitKind.Task, name, _from);
        ExecutionUnitScope scope = ExecutionUnit.Enter(unit);
        unit.Record = _from.Record;
        PassRecords.Handle(unit, record, site);
        try
        {
            action(item);
        }
        finally
        {
            ExecutionUnit.Leave(unit, scope.Before);
        }
    }

    /// <summary>Who called goes on.</summary>
    public void Dispose()
    {
        foreach (ExecutionUnit? unit in _units.Values)
        {
            unit!.CompleteStopped();
            new UnitEnd { Unit = unit }.Join(_caller, SiteRegistry.NumberOf(site));
        }
        _units.Dispose();
    }
}
