using System.Runtime.CompilerServices;
using Weft.Capture;

namespace Weft.Flows.Async;

/// <summary>GroupBy whose results are the groups.</summary>
internal sealed class AsyncGroupedFlow<TSource, TKey, TElement>(
    IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector,
    Func<TSource, CancellationToken, ValueTask<TElement>> elementSelector, IEqualityComparer<TKey>? comparer, int site) : AsyncFlow<IGrouping<TKey, TElement>>
{
    internal override IAsyncEnumerable<IGrouping<TKey, TElement>> Open(CurrentSpan span, out Way way)
    {
        way = Way.Issued;
        return Groups(span);
    }

    private async IAsyncEnumerable<IGrouping<TKey, TElement>> Groups(CurrentSpan span, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        AsyncSpannedLookup<TKey, TElement> lookup = await AsyncSpannedLookup<TKey, TElement>.Create(
            source, keySelector, elementSelector, comparer, skipNullKeys: false, site, argument: 0, cancellationToken);
        lookup.Register();
        int ordinal = 0;
        foreach (IGrouping<TKey, TElement> group in lookup.Lookup)
        {
            span.Value = lookup.Spans.DeriveGroup(ThreadBuffer.For(lookup.Spans.Step), ordinal++);
            yield return group;
        }
    }
}

/// <summary>GroupBy with a result selector.</summary>
internal sealed class AsyncGroupedResultFlow<TSource, TKey, TElement, T>(
    IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector, Func<TSource, CancellationToken, ValueTask<TElement>> elementSelector,
    Func<TKey, IEnumerable<TElement>, CancellationToken, ValueTask<T>> resultSelector, IEqualityComparer<TKey>? comparer, int site) : AsyncFlow<T>
{
    internal override IAsyncEnumerable<T> Open(CurrentSpan span, out Way way)
    {
        way = Way.Issued;
        return Results(span);
    }

    // The result selector is handed the group's elements as .NET hands them: as an array that is cut to size.
    private async IAsyncEnumerable<T> Results(CurrentSpan span, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        AsyncSpannedLookup<TKey, TElement> lookup = await AsyncSpannedLookup<TKey, TElement>.Create(
            source, keySelector, elementSelector, comparer, skipNullKeys: false, site, argument: 0, cancellationToken);
        int ordinal = 0;
        foreach (IGrouping<TKey, TElement> group in lookup.Lookup)
        {
            AsyncLookupInternals<TKey, TElement>.Trim(group);
            TElement[] elements = AsyncLookupInternals<TKey, TElement>.Elements(group);
            ArrayAttachment<TElement>.Attach(elements, lookup.Spans.ColumnOf(ordinal));
            T result = await resultSelector(group.Key, elements, cancellationToken);
            span.Value = lookup.Spans.DeriveGroup(ThreadBuffer.For(lookup.Spans.Step), ordinal++);
            yield return result;
        }
    }
}
