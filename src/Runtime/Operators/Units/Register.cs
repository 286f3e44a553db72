using Weft.Events.Deferred;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>CancellationToken.Register</c>.</summary>
    public static CancellationTokenRegistration Register<TLineage>(ref CancellationToken token, Action callback, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && callback is not null && new RegisteredAction(callback, site) is var work ? token.Register((Action)work.Run) : token.Register(callback!);

    /// <summary>The woven form of <c>CancellationToken.Register</c>.</summary>
    public static CancellationTokenRegistration Register<TLineage>(ref CancellationToken token, Action callback, bool useSynchronizationContext, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && callback is not null && new RegisteredAction(callback, site) is var work ? token.Register((Action)work.Run, useSynchronizationContext) : token.Register(callback!, useSynchronizationContext);

    /// <summary>The woven form of <c>CancellationToken.Register</c>.</summary>
    public static CancellationTokenRegistration Register<TLineage>(ref CancellationToken token, Action<object?> callback, object? state, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && callback is not null && new RegisteredAction<object?>(callback, site) is var work ? token.Register((Action<object?>)work.Run, state) : token.Register(callback!, state);

    /// <summary>The woven form of <c>CancellationToken.Register</c>.</summary>
    public static CancellationTokenRegistration Register<TLineage>(ref CancellationToken token, Action<object?> callback, object? state, bool useSynchronizationContext, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && callback is not null && new RegisteredAction<object?>(callback, site) is var work ? token.Register((Action<object?>)work.Run, state, useSynchronizationContext) : token.Register(callback!, state, useSynchronizationContext);

    /// <summary>The woven form of <c>CancellationToken.Register</c>.</summary>
    public static CancellationTokenRegistration Register<TLineage>(ref CancellationToken token, Action<object?, CancellationToken> callback, object? state, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && callback is not null && new RegisteredAction<object?, CancellationToken>(callback, site) is var work ? token.Register((Action<object?, CancellationToken>)work.Run, state) : token.Register(callback!, state);

    /// <summary>The woven form of <c>CancellationToken.UnsafeRegister</c>.</summary>
    public static CancellationTokenRegistration UnsafeRegister<TLineage>(ref CancellationToken token, Action<object?> callback, object? state, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && callback is not null && new RegisteredAction<object?>(callback, site) is var work ? token.UnsafeRegister((Action<object?>)work.Run, state) : token.UnsafeRegister(callback!, state);

    /// <summary>The woven form of <c>CancellationToken.UnsafeRegister</c>.</summary>
    public static CancellationTokenRegistration UnsafeRegister<TLineage>(ref CancellationToken token, Action<object?, CancellationToken> callback, object? state, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && callback is not null && new RegisteredAction<object?, CancellationToken>(callback, site) is var work ? token.UnsafeRegister((Action<object?, CancellationToken>)work.Run, state) : token.UnsafeRegister(callback!, state);
}
