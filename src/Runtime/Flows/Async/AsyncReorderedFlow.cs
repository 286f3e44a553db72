namespace Weft.Flows.Async;

/// <summary>The operators that keep records back, and hand them on later or in another order.</summary>
internal static class AsyncReordered
{
    /// <summary>The result of such an operator over <paramref name="source"/>.</summary>
    /// <param name="source">The sequence that the records come from; may be null, which the operator answers.</param>
    /// <param name="state">The operator's other arguments.</param>
    /// <param name="plain">.NET's own operator; called to have the arguments checked.</param>
    /// <param name="operation">The same operator over records with their spans.</param>
    /// <param name="site">The call's site.</param>
    internal static IAsyncEnumerable<T> Of<T, TState>(
        IAsyncEnumerable<T> source, TState state, Func<IAsyncEnumerable<T>, TState, IAsyncEnumerable<T>> plain,
        Func<IAsyncEnumerable<Chosen<T>>, TState, IAsyncEnumerable<Chosen<T>>> operation, int site)
    {
        IAsyncEnumerable<T> result = plain(source, state);
        return AsyncEntering.IsDone(result, source) ? result : new AsyncReorderedFlow<T, TState>(source.AsFlow(site), state, operation, site);
    }
}

/// <summary>A flow over another one whose records keep their spans but not their places.</summary>
internal sealed class AsyncReorderedFlow<T, TState>(
    AsyncFlow<T> source, TState state, Func<IAsyncEnumerable<Chosen<T>>, TState, IAsyncEnumerable<Chosen<T>>> operation, int site) : AsyncFlow<T>
{
    internal override IAsyncEnumerable<T> Open(CurrentSpan span, out Way way)
    {
        AsyncPairs<T> pairs = AsyncPairs<T>.Of(source, site, 0, out Way sourceWay);
        way = new PassedWay(site, sourceWay);
        return new AsyncUnpaired<T>(operation(pairs, state), span);
    }
}
