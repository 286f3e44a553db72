namespace Weft.Flows.Async;

/// <summary>A flow in an order of keys, which can be ordered further.</summary>
/// <param name="source">The records as they come.</param>
/// <param name="order">.NET's own ordering, over records with their spans.</param>
/// <param name="parent">The ordering that this one refines; null of the first one.</param>
/// <param name="site">The call's site.</param>
internal sealed class AsyncOrderedFlow<T>(
    AsyncFlow<T> source, Func<IAsyncEnumerable<Chosen<T>>, IOrderedAsyncEnumerable<Chosen<T>>> order, AsyncOrderedFlow<T>? parent, int site)
    : AsyncFlow<T>, IOrderedAsyncEnumerable<T>
{
    protected override bool IsIterator => false;

    internal override IAsyncEnumerable<T> Open(CurrentSpan span, out Way way)
    {
        AsyncPairs<T> pairs = AsyncPairs<T>.Of(source, site, 0, out Way sourceWay);
        way = WayFrom(sourceWay);
        return new AsyncUnpaired<T>(order(pairs), span);
    }

    /// <summary>This flow, ordered further at a site.</summary>
    internal AsyncOrderedFlow<T> Then<TKey>(Func<T, TKey> keySelector, IComparer<TKey>? comparer, bool descending, int thenSite)
    {
        Func<Chosen<T>, TKey> key = keySelector is null ? null! : pair => keySelector(pair.Value); // which .NET's ordering answers
        return new AsyncOrderedFlow<T>(source, pairs => order(pairs).CreateOrderedAsyncEnumerable(key, comparer, descending), this, thenSite);
    }

    /// <inheritdoc cref="Then{TKey}(Func{T, TKey}, IComparer{TKey}, bool, int)"/>
    internal AsyncOrderedFlow<T> Then<TKey>(Func<T, CancellationToken, ValueTask<TKey>> keySelector, IComparer<TKey>? comparer, bool descending, int thenSite)
    {
        Func<Chosen<T>, CancellationToken, ValueTask<TKey>> key = keySelector is null ? null! : (pair, cancellationToken) => keySelector(pair.Value, cancellationToken);
        return new AsyncOrderedFlow<T>(source, pairs => order(pairs).CreateOrderedAsyncEnumerable(key, comparer, descending), this, thenSite);
    }

    IOrderedAsyncEnumerable<T> IOrderedAsyncEnumerable<T>.CreateOrderedAsyncEnumerable<TKey>(Func<T, TKey> keySelector, IComparer<TKey>? comparer, bool descending)
        => Then(keySelector, comparer, descending, site);

    IOrderedAsyncEnumerable<T> IOrderedAsyncEnumerable<T>.CreateOrderedAsyncEnumerable<TKey>(
        Func<T, CancellationToken, ValueTask<TKey>> keySelector, IComparer<TKey>? comparer, bool descending)
        => Then(keySelector, comparer, descending, site);

    private Way WayFrom(Way sourceWay) => new PassedWay(site, parent is null ? sourceWay : parent.WayFrom(sourceWay));
}

/// <summary>The operators that order a sequence, or refine its order.</summary>
internal static class AsyncOrdered
{
    /// <summary>The result of an operator that orders.</summary>
    /// <param name="source">The sequence; may be null, which the operator answers.</param>
    /// <param name="state">The operator's other arguments.</param>
    /// <param name="plain">.NET's own operator; called to have the arguments checked.</param>
    /// <param name="order">The same operator over records with their spans.</param>
    /// <param name="site">The call's site.</param>
    internal static IOrderedAsyncEnumerable<T> Of<T, TState>(
        IAsyncEnumerable<T> source, TState state, Func<IAsyncEnumerable<T>, TState, IOrderedAsyncEnumerable<T>> plain,
        Func<IAsyncEnumerable<Chosen<T>>, TState, IOrderedAsyncEnumerable<Chosen<T>>> order, int site)
    {
        IOrderedAsyncEnumerable<T> result = plain(source, state);
        return AsyncEntering.IsDone(result, source) ? result : new AsyncOrderedFlow<T>(source.AsFlow(site), pairs => order(pairs, state), null, site);
    }
}
