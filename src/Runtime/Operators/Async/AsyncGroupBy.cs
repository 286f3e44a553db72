using Weft.Flows.Async;

namespace Weft.Operators;

/// <summary>GroupBy, in all its forms; the arguments were checked.</summary>
internal static class AsyncGroupBy
{
    internal static AsyncFlow<IGrouping<TKey, TSource>> Of<TSource, TKey>(IAsyncEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site)
        => Of(source, Later(keySelector), Itself, comparer, site);

    internal static AsyncFlow<IGrouping<TKey, TSource>> Of<TSource, TKey>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector, IEqualityComparer<TKey>? comparer, int site)
        => Of(source, keySelector, Itself, comparer, site);

    internal static AsyncFlow<IGrouping<TKey, TElement>> Of<TSource, TKey, TElement>(
        IAsyncEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer, int site)
        => Of(source, Later(keySelector), Later(elementSelector), comparer, site);

    internal static AsyncFlow<IGrouping<TKey, TElement>> Of<TSource, TKey, TElement>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector,
        Func<TSource, CancellationToken, ValueTask<TElement>> elementSelector, IEqualityComparer<TKey>? comparer, int site)
        => new AsyncGroupedFlow<TSource, TKey, TElement>(source, keySelector, elementSelector, comparer, site);

    internal static AsyncFlow<TResult> Of<TSource, TKey, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TKey, IEnumerable<TSource>, TResult> resultSelector, IEqualityComparer<TKey>? comparer, int site)
        => new AsyncGroupedResultFlow<TSource, TKey, TSource, TResult>(source, Later(keySelector), Itself, Later(resultSelector), comparer, site);

    internal static AsyncFlow<TResult> Of<TSource, TKey, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector,
        Func<TKey, IEnumerable<TSource>, CancellationToken, ValueTask<TResult>> resultSelector, IEqualityComparer<TKey>? comparer, int site)
        => new AsyncGroupedResultFlow<TSource, TKey, TSource, TResult>(source, keySelector, Itself, resultSelector, comparer, site);

    internal static AsyncFlow<TResult> Of<TSource, TKey, TElement, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector,
        Func<TKey, IEnumerable<TElement>, TResult> resultSelector, IEqualityComparer<TKey>? comparer, int site)
        => new AsyncGroupedResultFlow<TSource, TKey, TElement, TResult>(source, Later(keySelector), Later(elementSelector), Later(resultSelector), comparer, site);

    internal static AsyncFlow<TResult> Of<TSource, TKey, TElement, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector,
        Func<TSource, CancellationToken, ValueTask<TElement>> elementSelector,
        Func<TKey, IEnumerable<TElement>, CancellationToken, ValueTask<TResult>> resultSelector, IEqualityComparer<TKey>? comparer, int site)
        => new AsyncGroupedResultFlow<TSource, TKey, TElement, TResult>(source, keySelector, elementSelector, resultSelector, comparer, site);

    /// <summary>A selector that could be waited for, but never has to be.</summary>
    internal static Func<T, CancellationToken, ValueTask<TResult>> Later<T, TResult>(Func<T, TResult> selector) => (record, _) => new(selector(record));

    /// <inheritdoc cref="Later{T, TResult}(Func{T, TResult})"/>
    internal static Func<T1, T2, CancellationToken, ValueTask<TResult>> Later<T1, T2, TResult>(Func<T1, T2, TResult> selector) => (first, second, _) => new(selector(first, second));

    /// <summary>The record as an element of its group.</summary>
    internal static ValueTask<T> Itself<T>(T record, CancellationToken cancellationToken) => new(record);
}
