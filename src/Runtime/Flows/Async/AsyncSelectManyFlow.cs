namespace Weft.Flows.Async;

/// <summary>SelectMany, in all its forms.</summary>
internal static class AsyncSelectMany
{
    /// <summary>The result of the operator over <paramref name="source"/>.</summary>
    /// <param name="source">The outer sequence; may be null, which the operator answers.</param>
    /// <param name="state">The operator's other arguments.</param>
    /// <param name="plain">.NET's own operator; called to have the arguments checked.</param>
    /// <param name="operation">The same operator, whose inner sequences are handed to an <see cref="AsyncInnerRecords{T}"/> each.</param>
    /// <param name="site">The call's site.</param>
    internal static IAsyncEnumerable<T> Of<TSource, TInner, TState, T>(
        IAsyncEnumerable<TSource> source, TState state, Func<IAsyncEnumerable<TSource>, TState, IAsyncEnumerable<T>> plain,
        Func<IAsyncEnumerable<TSource>, TState, AsyncInnerRecords<TInner>, IAsyncEnumerable<T>> operation, int site)
    {
        IAsyncEnumerable<T> result = plain(source, state);
        return AsyncEntering.IsDone(result, source) ? result : new AsyncSelectManyFlow<TSource, TInner, TState, T>(source.AsFlow(site), state, operation, site);
    }
}

/// <summary>A flow whose results follow from an outer record and an inner one.</summary>
internal sealed class AsyncSelectManyFlow<TSource, TInner, TState, T>(
    AsyncFlow<TSource> source, TState state, Func<IAsyncEnumerable<TSource>, TState, AsyncInnerRecords<TInner>, IAsyncEnumerable<T>> operation, int site) : AsyncFlow<T>
{
    internal override IAsyncEnumerable<T> Open(CurrentSpan span, out Way way)
    {
        var outer = new CurrentSpan();
        IAsyncEnumerable<TSource> records = source.Open(outer, out Way outerWay);
        var inner = new AsyncInnerRecords<TInner>(site);
        way = Way.Issued;
        return new Results(operation(records, state, inner), span, outer, outerWay, inner);
    }

    private sealed class Results(IAsyncEnumerable<T> results, CurrentSpan span, CurrentSpan outer, Way outerWay, AsyncInnerRecords<TInner> inner) : AsyncSpanned<T>(results, span)
    {
        protected override ulong NextSpan() => inner.Derive(outer.Value, outerWay);
    }
}
