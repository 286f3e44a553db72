using System.Runtime.CompilerServices;

namespace Weft.Events;

/// <summary>A call that blocks the thread until the first of several tasks has ended; over when it is disposed.</summary>
internal readonly ref struct BlockingForFirst : IDisposable
{
    private readonly ExecutionUnit? _unit;
    private readonly Task[]? _tasks;
    private readonly ref readonly int _first;
    private readonly int _site;

    private BlockingForFirst(Task[] tasks, ref readonly int first, int site)
    {
        (_tasks, _site) = (tasks, site);
        _first = ref first;
        _unit = Waiting.BeginBlock(tasks, site);
    }

    /// <summary>Before the call.</summary>
    /// <param name="tasks">The tasks. A null is what the call itself complains of.</param>
    /// <param name="first">Where the index of the first one is, behind the call; -1 where none has ended in time.</param>
    /// <param name="site">The call's site.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // vanishes where nothing is recorded
    internal static BlockingForFirst Begin<TLineage>(Task[]? tasks, ref readonly int first, int site) where TLineage : struct, ILineage =>
        TLineage.IsRecording && tasks is not null ? new BlockingForFirst(tasks, in first, site) : default;

    /// <summary>Behind the call: the end of the first is joined.</summary>
    public void Dispose()
    {
        if (_unit is not null) Waiting.EndBlock(_unit, _first >= 0 ? _tasks![_first] : null, _site);
    }
}
