using Weft.Events;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Task.WhenAny</c>: who awaits it goes on from the end of the task that was first.</summary>
    public static Task<Task> WhenAny<TLineage>(Task[] tasks, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return EndOfFirst.Of<TLineage, Task>(Task.WhenAny(tasks));
    }

    /// <summary>The woven form of <c>Task.WhenAny</c>: who awaits it goes on from the end of the task that was first.</summary>
    public static Task<Task> WhenAny<TLineage>(ReadOnlySpan<Task> tasks, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return EndOfFirst.Of<TLineage, Task>(Task.WhenAny(tasks));
    }

    /// <summary>The woven form of <c>Task.WhenAny</c>: who awaits it goes on from the end of the task that was first.</summary>
    public static Task<Task> WhenAny<TLineage>(IEnumerable<Task> tasks, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return EndOfFirst.Of<TLineage, Task>(Task.WhenAny(tasks));
    }

    /// <summary>The woven form of <c>Task.WhenAny</c>: who awaits it goes on from the end of the task that was first.</summary>
    public static Task<Task> WhenAny<TLineage>(Task task1, Task task2, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return EndOfFirst.Of<TLineage, Task>(Task.WhenAny(task1, task2));
    }

    /// <summary>The woven form of <c>Task.WhenAny</c>: who awaits it goes on from the end of the task that was first.</summary>
    public static Task<Task<TResult>> WhenAny<TLineage, TResult>(Task<TResult>[] tasks, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return EndOfFirst.Of<TLineage, Task<TResult>>(Task.WhenAny(tasks));
    }

    /// <summary>The woven form of <c>Task.WhenAny</c>: who awaits it goes on from the end of the task that was first.</summary>
    public static Task<Task<TResult>> WhenAny<TLineage, TResult>(ReadOnlySpan<Task<TResult>> tasks, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return EndOfFirst.Of<TLineage, Task<TResult>>(Task.WhenAny(tasks));
    }

    /// <summary>The woven form of <c>Task.WhenAny</c>: who awaits it goes on from the end of the task that was first.</summary>
    public static Task<Task<TResult>> WhenAny<TLineage, TResult>(IEnumerable<Task<TResult>> tasks, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return EndOfFirst.Of<TLineage, Task<TResult>>(Task.WhenAny(tasks));
    }

    /// <summary>The woven form of <c>Task.WhenAny</c>: who awaits it goes on from the end of the task that was first.</summary>
    public static Task<Task<TResult>> WhenAny<TLineage, TResult>(Task<TResult> task1, Task<TResult> task2, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return EndOfFirst.Of<TLineage, Task<TResult>>(Task.WhenAny(task1, task2));
    }
}
