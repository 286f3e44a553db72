using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.GroupBy</c>: a group follows from every member; members keep their spans.</summary>
    public static IAsyncEnumerable<IGrouping<TKey, TSource>> GroupBy<TLineage, TSource, TKey>(
        IAsyncEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
    {
        IAsyncEnumerable<IGrouping<TKey, TSource>> plain = AsyncEnumerable.GroupBy(source, keySelector, comparer); // checks the arguments
        return TLineage.IsRecording && !AsyncEntering.IsDone(plain, source) ? Operators.AsyncGroupBy.Of(source, keySelector, comparer, site) : plain;
    }

    /// <summary>The woven form of <c>AsyncEnumerable.GroupBy</c>: a group follows from every member; members keep their spans.</summary>
    public static IAsyncEnumerable<IGrouping<TKey, TSource>> GroupBy<TLineage, TSource, TKey>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
    {
        IAsyncEnumerable<IGrouping<TKey, TSource>> plain = AsyncEnumerable.GroupBy(source, keySelector, comparer); // checks the arguments
        return TLineage.IsRecording && !AsyncEntering.IsDone(plain, source) ? Operators.AsyncGroupBy.Of(source, keySelector, comparer, site) : plain;
    }

    /// <summary>The woven form of <c>AsyncEnumerable.GroupBy</c>: a group follows from every member; members keep their spans.</summary>
    public static IAsyncEnumerable<IGrouping<TKey, TElement>> GroupBy<TLineage, TSource, TKey, TElement>(
        IAsyncEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
    {
        IAsyncEnumerable<IGrouping<TKey, TElement>> plain = AsyncEnumerable.GroupBy(source, keySelector, elementSelector, comparer); // checks the arguments
        return TLineage.IsRecording && !AsyncEntering.IsDone(plain, source) ? Operators.AsyncGroupBy.Of(source, keySelector, elementSelector, comparer, site) : plain;
    }

    /// <summary>The woven form of <c>AsyncEnumerable.GroupBy</c>: a group follows from every member; members keep their spans.</summary>
    public static IAsyncEnumerable<IGrouping<TKey, TElement>> GroupBy<TLineage, TSource, TKey, TElement>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector, Func<TSource, CancellationToken, ValueTask<TElement>> elementSelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
    {
        IAsyncEnumerable<IGrouping<TKey, TElement>> plain = AsyncEnumerable.GroupBy(source, keySelector, elementSelector, comparer); // checks the arguments
        return TLineage.IsRecording && !AsyncEntering.IsDone(plain, source) ? Operators.AsyncGroupBy.Of(source, keySelector, elementSelector, comparer, site) : plain;
    }

    /// <summary>The woven form of <c>AsyncEnumerable.GroupBy</c>: a group follows from every member; members keep their spans.</summary>
    public static IAsyncEnumerable<TResult> GroupBy<TLineage, TSource, TKey, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TKey, IEnumerable<TSource>, TResult> resultSelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
    {
        IAsyncEnumerable<TResult> plain = AsyncEnumerable.GroupBy(source, keySelector, resultSelector, comparer); // checks the arguments
        return TLineage.IsRecording && !AsyncEntering.IsDone(plain, source) ? Operators.AsyncGroupBy.Of(source, keySelector, resultSelector, comparer, site) : plain;
    }

    /// <summary>The woven form of <c>AsyncEnumerable.GroupBy</c>: a group follows from every member; members keep their spans.</summary>
    public static IAsyncEnumerable<TResult> GroupBy<TLineage, TSource, TKey, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector, Func<TKey, IEnumerable<TSource>, CancellationToken, ValueTask<TResult>> resultSelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
    {
        IAsyncEnumerable<TResult> plain = AsyncEnumerable.GroupBy(source, keySelector, resultSelector, comparer); // checks the arguments
        return TLineage.IsRecording && !AsyncEntering.IsDone(plain, source) ? Operators.AsyncGroupBy.Of(source, keySelector, resultSelector, comparer, site) : plain;
    }

    /// <summary>The woven form of <c>AsyncEnumerable.GroupBy</c>: a group follows from every member; members keep their spans.</summary>
    public static IAsyncEnumerable<TResult> GroupBy<TLineage, TSource, TKey, TElement, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, Func<TKey, IEnumerable<TElement>, TResult> resultSelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
    {
        IAsyncEnumerable<TResult> plain = AsyncEnumerable.GroupBy(source, keySelector, elementSelector, resultSelector, comparer); // checks the arguments
        return TLineage.IsRecording && !AsyncEntering.IsDone(plain, source) ? Operators.AsyncGroupBy.Of(source, keySelector, elementSelector, resultSelector, comparer, site) : plain;
    }

    /// <summary>The woven form of <c>AsyncEnumerable.GroupBy</c>: a group follows from every member; members keep their spans.</summary>
    public static IAsyncEnumerable<TResult> GroupBy<TLineage, TSource, TKey, TElement, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector, Func<TSource, CancellationToken, ValueTask<TElement>> elementSelector, Func<TKey, IEnumerable<TElement>, CancellationToken, ValueTask<TResult>> resultSelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage
    {
        IAsyncEnumerable<TResult> plain = AsyncEnumerable.GroupBy(source, keySelector, elementSelector, resultSelector, comparer); // checks the arguments
        return TLineage.IsRecording && !AsyncEntering.IsDone(plain, source) ? Operators.AsyncGroupBy.Of(source, keySelector, elementSelector, resultSelector, comparer, site) : plain;
    }
}
