using Weft.Flows;
using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.SelectMany</c>: a result follows from the outer record and the inner one.</summary>
    public static ParallelQuery<TResult> SelectMany<TLineage, TSource, TResult>(ParallelQuery<TSource> source, Func<TSource, IEnumerable<TResult>> selector, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TResult> query = ParallelEnumerable.SelectMany(source, selector);
        return TLineage.IsRecording ? ParallelSelectMany.Of(
            query, source, selector, static (records, selector, inner) => records.SelectMany(record => inner.Of(selector(record.Value), record.Span)), site) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.SelectMany</c>: a result follows from the outer record and the inner one.</summary>
    public static ParallelQuery<TResult> SelectMany<TLineage, TSource, TResult>(ParallelQuery<TSource> source, Func<TSource, int, IEnumerable<TResult>> selector, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TResult> query = ParallelEnumerable.SelectMany(source, selector);
        return TLineage.IsRecording ? ParallelSelectMany.Of(
            query, source, selector, static (records, selector, inner) => records.SelectMany((record, index) => inner.Of(selector(record.Value, index), record.Span)), site) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.SelectMany</c>: a result follows from the outer record and the inner one.</summary>
    public static ParallelQuery<TResult> SelectMany<TLineage, TSource, TCollection, TResult>(
        ParallelQuery<TSource> source, Func<TSource, IEnumerable<TCollection>> collectionSelector, Func<TSource, TCollection, TResult> resultSelector, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TResult> query = ParallelEnumerable.SelectMany(source, collectionSelector, resultSelector);
        return TLineage.IsRecording ? ParallelSelectMany.Of(
            query, source, (collectionSelector, resultSelector), static (records, selectors, inner) => records.SelectMany(
                record => inner.Of(selectors.collectionSelector(record.Value), record.Span),
                (record, item) => new Chosen<TResult>(selectors.resultSelector(record.Value, item.Value), item.Span)),
            site) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.SelectMany</c>: a result follows from the outer record and the inner one.</summary>
    public static ParallelQuery<TResult> SelectMany<TLineage, TSource, TCollection, TResult>(
        ParallelQuery<TSource> source, Func<TSource, int, IEnumerable<TCollection>> collectionSelector, Func<TSource, TCollection, TResult> resultSelector, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TResult> query = ParallelEnumerable.SelectMany(source, collectionSelector, resultSelector);
        return TLineage.IsRecording ? ParallelSelectMany.Of(
            query, source, (collectionSelector, resultSelector), static (records, selectors, inner) => records.SelectMany(
                (record, index) => inner.Of(selectors.collectionSelector(record.Value, index), record.Span),
                (record, item) => new Chosen<TResult>(selectors.resultSelector(record.Value, item.Value), item.Span)),
            site) : query;
    }
}
