using Weft.Events.Deferred;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ThreadPool.QueueUserWorkItem</c>.</summary>
    public static bool QueueUserWorkItem<TLineage>(WaitCallback callBack, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && callBack is not null && new DeferredAction<object?>(callBack.Invoke, "QueueUserWorkItem", site) is var work ? ThreadPool.QueueUserWorkItem(work.Run) : ThreadPool.QueueUserWorkItem(callBack!);

    /// <summary>The woven form of <c>ThreadPool.QueueUserWorkItem</c>.</summary>
    public static bool QueueUserWorkItem<TLineage>(WaitCallback callBack, object? state, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && callBack is not null && new DeferredAction<object?>(callBack.Invoke, "QueueUserWorkItem", site) is var work ? ThreadPool.QueueUserWorkItem(work.Run, state) : ThreadPool.QueueUserWorkItem(callBack!, state);

    /// <summary>The woven form of <c>ThreadPool.QueueUserWorkItem</c>.</summary>
    public static bool QueueUserWorkItem<TLineage, TState>(Action<TState> callBack, TState state, bool preferLocal, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && callBack is not null && new DeferredAction<TState>(callBack, "QueueUserWorkItem", site) is var work ? ThreadPool.QueueUserWorkItem(work.Run, state, preferLocal) : ThreadPool.QueueUserWorkItem(callBack!, state, preferLocal);

    /// <summary>The woven form of <c>ThreadPool.UnsafeQueueUserWorkItem</c>.</summary>
    public static bool UnsafeQueueUserWorkItem<TLineage>(WaitCallback callBack, object? state, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && callBack is not null && new DeferredAction<object?>(callBack.Invoke, "UnsafeQueueUserWorkItem", site) is var work ? ThreadPool.UnsafeQueueUserWorkItem(work.Run, state) : ThreadPool.UnsafeQueueUserWorkItem(callBack!, state);

    /// <summary>The woven form of <c>ThreadPool.UnsafeQueueUserWorkItem</c>.</summary>
    public static bool UnsafeQueueUserWorkItem<TLineage, TState>(Action<TState> callBack, TState state, bool preferLocal, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && callBack is not null && new DeferredAction<TState>(callBack, "UnsafeQueueUserWorkItem", site) is var work ? ThreadPool.UnsafeQueueUserWorkItem(work.Run, state, preferLocal) : ThreadPool.UnsafeQueueUserWorkItem(callBack!, state, preferLocal);
}
