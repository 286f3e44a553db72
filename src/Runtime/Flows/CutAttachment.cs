using System.Collections;
using Weft.Flows.Async;

namespace Weft.Flows;

/// <summary>Says that a sequence came out of code that Weft does not understand.</summary>
internal sealed class CutAttachment(int site) : ColumnAttachment(new RangeColumn(0, 0, 0))
{
    /// <summary>The handle of the site where the lineage was cut.</summary>
    internal int Site { get; } = site;

    internal override bool IsUnchanged(object collection) => true;

    /// <summary>Marks a sequence, unless something is known of it.</summary>
    internal static void Mark(object? result, int site)
    {
        if (result is null or Flow or AsyncFlow or string || IsShared(result)) return;
        if (Attachments.Find(result) is null && !Origin.HasColumn(result)) Attachments.Set(result, new CutAttachment(site));
    }

    // The empty array is one object for everybody, and so is what is empty and immutable.
    private static bool IsShared(object result) => result is Array { Length: 0 } || (result.GetType().Namespace == "System.Collections.Immutable" && result is ICollection { Count: 0 });

    /// <summary>The task, or one of the same outcome, whose result is marked before anybody gets it.</summary>
    // A continuation of the task itself would come too late for a thread that waits for it.
    internal static Task<T> MarkResult<T>(Task<T> task, int site)
    {
        if (task.IsCompleted)
        {
            if (task.IsCompletedSuccessfully) Mark(task.Result, site);
            return task;
        }
        return task.ContinueWith(
            (done, at) =>
            {
                if (done.IsCompletedSuccessfully) Mark(done.Result, (int)at!);
                return done;
            },
            site, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Unwrap();
    }
}
