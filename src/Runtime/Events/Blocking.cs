namespace Weft.Events;

/// <summary>A call that blocks the thread until a task, or a thread, has ended.</summary>
internal readonly struct Blocking
{
    private readonly ExecutionUnit? _unit;
    private readonly object? _awaited;
    private readonly int _site;
    private readonly bool _waits;

    private Blocking(ExecutionUnit unit, object? awaited, int site, bool waits) => (_unit, _awaited, _site, _waits) = (unit, awaited, site, waits);

    /// <summary>Before a call that waits for a task or thread. A null is what the call itself complains of.</summary>
    internal static Blocking Begin(object? awaited, int site)
    {
        if (awaited is null) return default;
        bool waits = awaited is not Task { IsCompleted: true };
        return new Blocking(waits ? Waiting.BeginBlock(awaited, site) : ExecutionUnit.Current, awaited, site, waits);
    }

    /// <summary>Before a call that waits for several tasks.</summary>
    internal static Blocking BeginMany(Task[]? tasks, int site) => new(Waiting.BeginBlock(tasks ?? [], site), null, site, waits: true);

    /// <summary>Behind a call that waited for one.</summary>
    internal void End(bool hasEnded)
    {
        if (_unit is null) return;
        if (_waits)
        {
            Waiting.EndBlock(_unit, hasEnded ? _awaited : null, _site);
            return;
        }
        _unit.TakeBack();
        Waiting.Join(_unit, _awaited!, _site);
    }

    /// <summary>Behind a call that waited for several: of those that have ended the end is joined.</summary>
    internal void EndMany(Task[]? tasks)
    {
        if (_unit is null) return;
        Waiting.EndBlock(_unit, null, _site);
        foreach (Task task in tasks ?? [])
            if (task is { IsCompleted: true }) Waiting.Join(_unit, task, _site);
    }

    /// <summary>Behind a call that waited for the first of several; -1 where none has ended in time.</summary>
    internal void EndFirst(Task[]? tasks, int index)
    {
        if (_unit is not null) Waiting.EndBlock(_unit, tasks is not null && index >= 0 ? tasks[index] : null, _site);
    }
}
