namespace Weft.Flows.Async;

/// <summary>The operators that find the records of two sequences with equal keys.</summary>
/// <typeparam name="TOuter">The records of the first sequence.</typeparam>
/// <typeparam name="TInner">The records of the second sequence.</typeparam>
/// <typeparam name="TState">The operator's other arguments.</typeparam>
/// <typeparam name="T">The results.</typeparam>
/// <param name="outer">The first sequence.</param>
/// <param name="inner">The second sequence.</param>
/// <param name="state">The operator's other arguments.</param>
/// <param name="operation">.NET's own operator over records with their spans, which makes results with spans.</param>
/// <param name="site">The call's site.</param>
internal sealed class AsyncJoinedFlow<TOuter, TInner, TState, T>(
    AsyncFlow<TOuter> outer, AsyncFlow<TInner> inner, TState state,
    Func<IAsyncEnumerable<Chosen<TOuter>>, IAsyncEnumerable<Chosen<TInner>>, TState, AsyncPairDerivation, IAsyncEnumerable<Chosen<T>>> operation, int site) : AsyncFlow<T>
{
    internal override IAsyncEnumerable<T> Open(CurrentSpan span, out Way way)
    {
        AsyncPairs<TOuter> outerPairs = AsyncPairs<TOuter>.Of(outer, site, 0, out Way outerWay);
        AsyncPairs<TInner> innerPairs = AsyncPairs<TInner>.Of(inner, site, 1, out Way innerWay);
        way = Way.Issued;
        return new AsyncUnpaired<T>(operation(outerPairs, innerPairs, state, new AsyncPairDerivation(site, outerWay, innerWay)), span);
    }
}

/// <inheritdoc cref="AsyncJoinedFlow{TOuter, TInner, TState, T}"/>
internal static class AsyncJoined
{
    /// <summary>The result of such an operator.</summary>
    /// <param name="outer">The first sequence; may be null, which the operator answers.</param>
    /// <param name="inner">The second sequence; likewise.</param>
    /// <param name="state">The operator's other arguments.</param>
    /// <param name="plain">.NET's own operator; called to have the arguments checked.</param>
    /// <param name="operation">As for <see cref="AsyncJoinedFlow{TOuter, TInner, TState, T}"/>.</param>
    /// <param name="site">The call's site.</param>
    internal static IAsyncEnumerable<T> Of<TOuter, TInner, TState, T>(
        IAsyncEnumerable<TOuter> outer, IAsyncEnumerable<TInner> inner, TState state,
        Func<IAsyncEnumerable<TOuter>, IAsyncEnumerable<TInner>, TState, IAsyncEnumerable<T>> plain,
        Func<IAsyncEnumerable<Chosen<TOuter>>, IAsyncEnumerable<Chosen<TInner>>, TState, AsyncPairDerivation, IAsyncEnumerable<Chosen<T>>> operation, int site)
    {
        IAsyncEnumerable<T> result = plain(outer, inner, state);
        if (AsyncEntering.IsDone(result, outer)) return result;
        return new AsyncJoinedFlow<TOuter, TInner, TState, T>(outer.AsFlow(site), inner.AsFlow(site, argument: 1), state, operation, site);
    }
}
