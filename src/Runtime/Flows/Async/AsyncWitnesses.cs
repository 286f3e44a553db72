using Weft.Capture;

namespace Weft.Flows.Async;

/// <summary>The operators that give one of several equal records, by the witnesses that a result is told by.</summary>
internal static class AsyncWitnesses
{
    /// <summary>The result of Distinct and its like.</summary>
    /// <param name="source">The records; may be null, which the operator answers.</param>
    /// <param name="keySelector">The key of a record; may be null, likewise.</param>
    /// <param name="state">The operator's arguments.</param>
    /// <param name="comparer">Compares keys.</param>
    /// <param name="operation">.NET's own operator.</param>
    /// <param name="site">The call's site.</param>
    /// <param name="excluded">Keys of no result.</param>
    internal static IAsyncEnumerable<T> Of<T, TKey, TState>(
        IAsyncEnumerable<T> source, Func<T, CancellationToken, ValueTask<TKey>> keySelector, TState state, IEqualityComparer<TKey>? comparer,
        Func<IAsyncEnumerable<T>, TState, IAsyncEnumerable<T>> operation, int site, IAsyncEnumerable<TKey>? excluded = null)
    {
        if (!WitnessSetting.KeepsAll) return AsyncPass.Of(source, state, operation, site);
        IAsyncEnumerable<T> plain = operation(source, state); // checks the arguments
        return AsyncEntering.IsDone(plain, source) ? plain : new AsyncWitnessFlow<T, TKey>(source.AsFlow(site), excluded, keySelector, comparer, site);
    }

    /// <summary>The result of Union and its like; parameters as for the other.</summary>
    internal static IAsyncEnumerable<T> Of<T, TKey, TState>(
        IAsyncEnumerable<T> first, IAsyncEnumerable<T> second, Func<T, CancellationToken, ValueTask<TKey>> keySelector, TState state, IEqualityComparer<TKey>? comparer,
        Func<IAsyncEnumerable<T>, IAsyncEnumerable<T>, TState, IAsyncEnumerable<T>> operation, int site)
    {
        if (!WitnessSetting.KeepsAll) return AsyncPass.Of(first, second, state, operation, site);
        IAsyncEnumerable<T> plain = operation(first, second, state); // checks the arguments
        if (AsyncEntering.IsDone(plain, first) || AsyncEntering.IsDone(plain, second)) return plain;
        // The branches are read one after the other, as Concat reads them.
        var both = new AsyncBranchesFlow<T, TState>(first.AsFlow(site), second.AsFlow(site, argument: 1), state, static (one, other, _) => AsyncEnumerable.Concat(one, other), site);
        return new AsyncWitnessFlow<T, TKey>(both, null, keySelector, comparer, site);
    }

    /// <summary>The result of Intersect and its like, of which each follows from a record of either sequence; parameters as for the others.</summary>
    /// <param name="first">The records.</param>
    /// <param name="second">The keys that are admitted.</param>
    /// <param name="keySelector">The key of a record.</param>
    /// <param name="state">The operator's arguments.</param>
    /// <param name="comparer">Compares keys.</param>
    /// <param name="plain">.NET's own operator; called to have the arguments checked.</param>
    /// <param name="operation">.NET's own operator over records and keys with their spans.</param>
    /// <param name="site">The call's site.</param>
    internal static IAsyncEnumerable<T> Intersection<T, TKey, TState>(
        IAsyncEnumerable<T> first, IAsyncEnumerable<TKey> second, Func<T, CancellationToken, ValueTask<TKey>> keySelector, TState state, IEqualityComparer<TKey>? comparer,
        Func<IAsyncEnumerable<T>, IAsyncEnumerable<TKey>, TState, IAsyncEnumerable<T>> plain,
        Func<IAsyncEnumerable<Chosen<T>>, IAsyncEnumerable<Chosen<TKey>>, TState, SpanOfEqual<TKey>, IAsyncEnumerable<Chosen<T>>> operation, int site)
    {
        IAsyncEnumerable<T> result = plain(first, second, state);
        if (AsyncEntering.IsDone(result, first)) return result;
        AsyncFlow<T> records = first.AsFlow(site);
        AsyncFlow<TKey> keys = second.AsFlow(site, argument: 1);
        if (WitnessSetting.KeepsAll) return new AsyncIntersectAllFlow<T, TKey>(records, keys, keySelector, comparer, site);
        return new AsyncJoinedFlow<T, TKey, (TState State, IEqualityComparer<TKey>? Comparer, Func<IAsyncEnumerable<Chosen<T>>, IAsyncEnumerable<Chosen<TKey>>, TState, SpanOfEqual<TKey>, IAsyncEnumerable<Chosen<T>>> Operation), T>(
            records, keys, (state, comparer, operation), static (pairs, admitted, all, derivation) =>
            {
                var equal = new SpanOfEqual<TKey>(all.Comparer ?? EqualityComparer<TKey>.Default);
                return all.Operation(pairs, admitted, all.State, equal).Select(pair => derivation.Derive(pair.Value, pair.Span, equal.Matched));
            }, site);
    }
}
