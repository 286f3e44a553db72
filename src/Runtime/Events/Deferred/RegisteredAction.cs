using System.Diagnostics;

namespace Weft.Events.Deferred;

/// <summary>An action to be called when a token is cancelled.</summary>
internal sealed class RegisteredAction(Action work, int site) : DeferredWork(ExecutionUnitKind.Task, Registered, site)
{
    [StackTraceHidden]
    internal void Run()
    {
        using ExecutionUnitScope scope = BeginBehindCancellation();
        work();
    }
}

/// <summary>An action with a state to be called when a token is cancelled.</summary>
internal sealed class RegisteredAction<TState>(Action<TState> work, int site) : DeferredWork(ExecutionUnitKind.Task, Registered, site)
{
    [StackTraceHidden]
    internal void Run(TState state)
    {
        using ExecutionUnitScope scope = BeginBehindCancellation();
        work(state);
    }
}

/// <summary>An action with a state and the token, to be called when that is cancelled.</summary>
internal sealed class RegisteredAction<TState, TToken>(Action<TState, TToken> work, int site) : DeferredWork(ExecutionUnitKind.Task, Registered, site)
{
    [StackTraceHidden]
    internal void Run(TState state, TToken token)
    {
        using ExecutionUnitScope scope = BeginBehindCancellation();
        work(state, token);
    }
}
