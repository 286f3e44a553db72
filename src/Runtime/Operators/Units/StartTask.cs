using Weft.Events.Deferred;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Task.Start</c>: the work goes on from here.</summary>
    public static void Start<TLineage>(Task task, int site) where TLineage : struct, ILineage
    {
        DeferredWork.Start<TLineage>(task, site);
        task.Start();
    }

    /// <summary>The woven form of <c>Task.Start</c>: the work goes on from here.</summary>
    public static void Start<TLineage>(Task task, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
    {
        DeferredWork.Start<TLineage>(task, site);
        task.Start(scheduler);
    }

    /// <summary>The woven form of <c>Task.RunSynchronously</c>: the work goes on from here.</summary>
    public static void RunSynchronously<TLineage>(Task task, int site) where TLineage : struct, ILineage
    {
        DeferredWork.Start<TLineage>(task, site);
        task.RunSynchronously();
    }

    /// <summary>The woven form of <c>Task.RunSynchronously</c>: the work goes on from here.</summary>
    public static void RunSynchronously<TLineage>(Task task, TaskScheduler scheduler, int site) where TLineage : struct, ILineage
    {
        DeferredWork.Start<TLineage>(task, site);
        task.RunSynchronously(scheduler);
    }

    /// <summary>The woven form of <c>Thread.Start</c>: the work goes on from here.</summary>
    public static void StartThread<TLineage>(Thread thread, int site) where TLineage : struct, ILineage
    {
        DeferredWork.Start<TLineage>(thread, site);
        thread.Start();
    }

    /// <summary>The woven form of <c>Thread.Start</c>: the work goes on from here.</summary>
    public static void StartThread<TLineage>(Thread thread, object? parameter, int site) where TLineage : struct, ILineage
    {
        DeferredWork.Start<TLineage>(thread, site);
        thread.Start(parameter);
    }

    /// <summary>The woven form of <c>Thread.UnsafeStart</c>: the work goes on from here.</summary>
    public static void UnsafeStartThread<TLineage>(Thread thread, int site) where TLineage : struct, ILineage
    {
        DeferredWork.Start<TLineage>(thread, site);
        thread.UnsafeStart();
    }

    /// <summary>The woven form of <c>Thread.UnsafeStart</c>: the work goes on from here.</summary>
    public static void UnsafeStartThread<TLineage>(Thread thread, object? parameter, int site) where TLineage : struct, ILineage
    {
        DeferredWork.Start<TLineage>(thread, site);
        thread.UnsafeStart(parameter);
    }
}
