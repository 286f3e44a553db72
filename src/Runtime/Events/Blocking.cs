using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Weft.Events;

/// <summary>A call that blocks the thread until tasks, or a thread, have ended; over when it is disposed.</summary>
internal readonly struct Blocking : IDisposable
{
    private readonly ExecutionUnit? _unit;
    private readonly object? _awaited;  // a task, a thread, or several tasks
    private readonly int _site;
    private readonly bool _waits;

    private Blocking(object awaited, int site)
    {
        (_awaited, _site, _waits) = (awaited, site, !HasEnded(awaited));
        _unit = _waits ? Waiting.BeginBlock(awaited, site) : ExecutionUnit.Current;
    }

    /// <summary>Before a call that waits for a task, a thread, or all of several tasks. A null is what the call itself complains of.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // vanishes where nothing is recorded
    internal static Blocking Begin<TLineage>(object? awaited, int site) where TLineage : struct, ILineage =>
        TLineage.IsRecording && awaited is not null ? new Blocking(awaited, site) : default;

    /// <summary>Behind the call: of what has ended the end is joined.</summary>
    public void Dispose()
    {
        if (_unit is not null) End(_unit);
    }

    private void End(ExecutionUnit unit)
    {
        Debug.Assert(_awaited is not null);
        if (_awaited is Task[] tasks)
        {
            Waiting.EndBlock(unit, null, _site);
            foreach (Task task in tasks)
                if (task is { IsCompleted: true }) Waiting.Join(unit, task, _site);
        }
        else if (_waits)
        {
            Waiting.EndBlock(unit, HasEnded(_awaited) ? _awaited : null, _site);
        }
        else
        {
            unit.TakeBack();
            Waiting.Join(unit, _awaited, _site);
        }
    }

    private static bool HasEnded(object awaited) => awaited switch
    {
        Task task => task.IsCompleted,
        Thread thread => !thread.IsAlive,
        _ => false,
    };
}
