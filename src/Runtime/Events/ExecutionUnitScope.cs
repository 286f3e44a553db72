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

    /// <summary>Ends the unit, and makes the one before it current again.</summary>
    public void Dispose()
    {
        if (_unit is null) return;
        _unit.Complete();
        ExecutionUnit.Leave(_unit, _before);
    }
}
