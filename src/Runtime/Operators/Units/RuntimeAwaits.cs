using System.Runtime.CompilerServices;
using Weft.Events;

namespace Weft;

public static partial class Woven
{
    /// <summary>Stands in front of a wait of a method that the runtime makes asynchronous: the unit that was started around it waits, unless the task is complete.</summary>
    /// <param name="task">The task.</param>
    /// <param name="site">The site.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Fork
    public static void Awaiting<TLineage>(object? task, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && task is Task { IsCompleted: false }) ExecutionUnit.OfFlow?.Wait(task, site);
    }

    /// <inheritdoc cref="Awaiting{TLineage}(object, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Fork
    public static void Awaiting<TLineage>(ValueTask task, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && !task.IsCompleted) ExecutionUnit.OfFlow?.Wait(ValueTaskSource.Of(task), site);
    }

    /// <inheritdoc cref="Awaiting{TLineage}(object, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Fork
    public static void Awaiting<TLineage, TResult>(ValueTask<TResult> task, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && !task.IsCompleted) ExecutionUnit.OfFlow?.Wait(ValueTaskSource.Of(task), site);
    }

    /// <summary>Follows such a wait: the unit goes on, on whatever thread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Fork
    public static void WentOn<TLineage>() where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && ExecutionUnit.OfFlow is { } unit) unit.GoOn();
    }
}
