using Weft.Events;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>TaskExtensions.Unwrap</c>: who waits for it joins the end of the work.</summary>
    public static Task Unwrap<TLineage>(Task<Task> task, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return EndsWith<TLineage, Task>(task.Unwrap(), task);
    }

    /// <summary>The woven form of <c>TaskExtensions.Unwrap</c>: who waits for it joins the end of the work.</summary>
    public static Task<TResult> Unwrap<TLineage, TResult>(Task<Task<TResult>> task, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return EndsWith<TLineage, Task<TResult>>(task.Unwrap(), task);
    }

    private static TTask EndsWith<TLineage, TTask>(TTask unwrapped, Task task) where TLineage : struct, ILineage where TTask : Task
    {
        if (EventSwitch.IsOnIn<TLineage>() && TaskEnd.Find(task) is { } end) TaskEnd.Set(unwrapped, end);
        return unwrapped;
    }
}
