using Weft.Capture;

namespace Weft.Events;

/// <summary>What a unit waits for, and what it goes on from.</summary>
internal static class Waiting
{
    /// <summary>Records that a unit goes on from the end of a task, where that is an event.</summary>
    internal static void Join(ExecutionUnit unit, object task, int site) => TaskEnd.Find(task)?.Join(unit, SiteRegistry.NumberOf(site));

    /// <summary>Records that the current unit goes on from the end of a task, where that is an event.</summary>
    internal static void Join(object task, int site)
    {
        if (TaskEnd.Find(task) is { } end) end.Join(ExecutionUnit.Current, SiteRegistry.NumberOf(site));
    }

    /// <summary>Blocks the thread until a task has ended, however it does.</summary>
    internal static void Block(Task task, int site)
    {
        if (task.IsCompleted)
        {
            ExecutionUnit.Current.TakeBack();
            Join(task, site);
            return;
        }
        ExecutionUnit unit = BeginBlock(task, site);
        task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        EndBlock(unit, task, site);
    }

    /// <summary>The thread is about to be blocked until something has ended.</summary>
    internal static ExecutionUnit BeginBlock(object awaited, int site)
    {
        if (awaited is Task) ThreadFlows.Block(awaited);
        ExecutionUnit unit = ExecutionUnit.Current;
        unit.Wait(null, site);
        return unit;
    }

    /// <summary>The thread goes on; null is something that is not known.</summary>
    internal static void EndBlock(ExecutionUnit unit, object? awaited, int site)
    {
        unit.Suspend(); // what it waited for may have gone on in it
        unit.ResumeFrom(awaited, SiteRegistry.NumberOf(site));
    }
}
