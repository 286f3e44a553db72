using Weft.Events.Deferred;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of the constructors of <see cref="Thread"/>.</summary>
    public static Thread NewThread<TLineage>(ThreadStart start, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && start is not null && new DeferredAction(start.Invoke, "", site, ExecutionUnitKind.Thread, isStartedLater: true) is var work ? work.Ends(new Thread(work.Run)) : new Thread(start!);

    /// <summary>The woven form of the constructors of <see cref="Thread"/>.</summary>
    public static Thread NewThread<TLineage>(ThreadStart start, int maxStackSize, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && start is not null && new DeferredAction(start.Invoke, "", site, ExecutionUnitKind.Thread, isStartedLater: true) is var work ? work.Ends(new Thread(work.Run, maxStackSize)) : new Thread(start!, maxStackSize);

    /// <summary>The woven form of the constructors of <see cref="Thread"/>.</summary>
    public static Thread NewThread<TLineage>(ParameterizedThreadStart start, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && start is not null && new DeferredAction<object?>(start.Invoke, "", site, ExecutionUnitKind.Thread, isStartedLater: true) is var work ? work.Ends(new Thread(work.Run)) : new Thread(start!);

    /// <summary>The woven form of the constructors of <see cref="Thread"/>.</summary>
    public static Thread NewThread<TLineage>(ParameterizedThreadStart start, int maxStackSize, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && start is not null && new DeferredAction<object?>(start.Invoke, "", site, ExecutionUnitKind.Thread, isStartedLater: true) is var work ? work.Ends(new Thread(work.Run, maxStackSize)) : new Thread(start!, maxStackSize);
}
