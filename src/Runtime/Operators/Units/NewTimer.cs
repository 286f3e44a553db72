using Weft.Events.Deferred;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of the constructors of <see cref="Timer"/>: each tick is a unit.</summary>
    public static Timer NewTimer<TLineage>(TimerCallback callback, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && callback is not null && new DeferredAction<object?>(callback.Invoke, "Timer", site) is var work ? new Timer(work.Run) : new Timer(callback!);

    /// <summary>The woven form of the constructors of <see cref="Timer"/>: each tick is a unit.</summary>
    public static Timer NewTimer<TLineage>(TimerCallback callback, object? state, int dueTime, int period, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && callback is not null && new DeferredAction<object?>(callback.Invoke, "Timer", site) is var work ? new Timer(work.Run, state, dueTime, period) : new Timer(callback!, state, dueTime, period);

    /// <summary>The woven form of the constructors of <see cref="Timer"/>: each tick is a unit.</summary>
    public static Timer NewTimer<TLineage>(TimerCallback callback, object? state, long dueTime, long period, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && callback is not null && new DeferredAction<object?>(callback.Invoke, "Timer", site) is var work ? new Timer(work.Run, state, dueTime, period) : new Timer(callback!, state, dueTime, period);

    /// <summary>The woven form of the constructors of <see cref="Timer"/>: each tick is a unit.</summary>
    public static Timer NewTimer<TLineage>(TimerCallback callback, object? state, uint dueTime, uint period, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && callback is not null && new DeferredAction<object?>(callback.Invoke, "Timer", site) is var work ? new Timer(work.Run, state, dueTime, period) : new Timer(callback!, state, dueTime, period);

    /// <summary>The woven form of the constructors of <see cref="Timer"/>: each tick is a unit.</summary>
    public static Timer NewTimer<TLineage>(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && callback is not null && new DeferredAction<object?>(callback.Invoke, "Timer", site) is var work ? new Timer(work.Run, state, dueTime, period) : new Timer(callback!, state, dueTime, period);
}
