using Weft.Flows;

namespace Weft.Events.Synchronization;

/// <summary>What is kept beside an object that units wait for, for as long as it lives.</summary>
internal static class Beside<TState> where TState : class, new()
{
    private static readonly WeakTable<TState> _states = new();
    private static readonly Lock _making = new();

    internal static TState? Find(object waitedFor) => _states.Find(waitedFor);

    internal static TState Of(object waitedFor)
    {
        if (_states.Find(waitedFor) is { } known) return known;
        lock (_making)
        {
            TState? state = _states.Find(waitedFor);
            if (state is null) _states.Set(waitedFor, state = new TState());
            return state;
        }
    }
}
