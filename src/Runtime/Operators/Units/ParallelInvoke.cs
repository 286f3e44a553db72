using Weft.Capture;
using Weft.Events.Deferred;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Parallel.Invoke</c>: each action is a unit.</summary>
    public static void ParallelInvoke<TLineage>(Action[] actions, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && actions is not null) ParallelInvoke<TLineage>(new ParallelOptions(), actions, site);
        else Parallel.Invoke(actions!);
    }

    /// <summary>The woven form of <c>Parallel.Invoke</c>: each action is a unit.</summary>
    public static void ParallelInvoke<TLineage>(ParallelOptions parallelOptions, Action[] actions, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || actions is null)
        {
            Parallel.Invoke(parallelOptions, actions!);
            return;
        }
        DeferredAction?[] work = Array.ConvertAll(actions, action => action is null ? null : new DeferredAction(action, "Parallel.Invoke", site));
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            Parallel.Invoke(parallelOptions, Array.ConvertAll(work, action => action is null ? null! : new Action(action.Run)));
        }
        finally
        {
            foreach (DeferredAction? action in work) action?.End.Join(caller, SiteRegistry.NumberOf(site));
        }
    }
}
