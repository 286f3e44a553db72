using Weft.Events;

namespace Weft;

/// <summary>The extent of an execution unit that <see cref="ExecutionUnit.Start"/> has begun.</summary>
/// <remarks>Dispose it in the flow that started the unit, and the innermost first; disposing it again does nothing.</remarks>
public readonly struct ExecutionUnitScope : IDisposable
{
    private readonly ExecutionUnit? _unit;
    private readonly ExecutionUnit? _before;

    internal ExecutionUnitScope(ExecutionUnit unit, ExecutionUnit? before)
    {
        _unit = unit;
        _before = before;
    }

    /// <summary>The unit; when this process records nothing, one that never records.</summary>
    public ExecutionUnit Unit => _unit ?? ExecutionUnit.Current;

    /// <summary>What was current before.</summary>
    internal ExecutionUnit? Before => _before;

    /// <summary>Makes the unit before this one current again; this one ends when the task does, which goes on in it.</summary>
    /// <param name="task">The task.</param>
    /// <param name="end">Where the unit that ends with the task is looked for.</param>
    internal void EndWith(Task task, UnitEnd end)
    {
        end.Until = task;
        TaskEnd? known = TaskEnd.Find(task);
        if (known is UnitEnd { Unit: { } unit } && unit.IsForkOf(_unit!)) end.Unit = unit;
        else end.Given = known; // by others: both are waited for
        if (task.IsCompleted || !ReferenceEquals(end.Unit, _unit))
        {
            Dispose();
            return;
        }
        ExecutionUnit.Leave(_unit!, _before);
        _unit!.Suspend();
        task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(_unit.CompleteStopped); // first of those who wait for the task
    }

    /// <summary>Ends the unit, and makes the one before it current again.</summary>
    public void Dispose()
    {
        if (_unit is null) return;
        _unit.Complete();
        ExecutionUnit.Leave(_unit, _before);
    }
}
