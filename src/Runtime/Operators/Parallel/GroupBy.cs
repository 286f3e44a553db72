using Weft.Flows;
using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.GroupBy</c>: a group, or what is made of it, follows from every member; members keep their spans.</summary>
    public static ParallelQuery<IGrouping<TKey, TSource>> GroupBy<TLineage, TSource, TKey>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<IGrouping<TKey, TSource>> query = ParallelEnumerable.GroupBy(source, keySelector);
        return TLineage.IsRecording ? ParallelGrouping.Of(query, source, keySelector, Itself<TSource>.Selector, null, static group => (IGrouping<TKey, TSource>)group, site) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.GroupBy</c>: a group, or what is made of it, follows from every member; members keep their spans.</summary>
    public static ParallelQuery<IGrouping<TKey, TSource>> GroupBy<TLineage, TSource, TKey>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<IGrouping<TKey, TSource>> query = ParallelEnumerable.GroupBy(source, keySelector, comparer);
        return TLineage.IsRecording ? ParallelGrouping.Of(query, source, keySelector, Itself<TSource>.Selector, comparer, static group => (IGrouping<TKey, TSource>)group, site) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.GroupBy</c>: a group, or what is made of it, follows from every member; members keep their spans.</summary>
    public static ParallelQuery<IGrouping<TKey, TElement>> GroupBy<TLineage, TSource, TKey, TElement>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<IGrouping<TKey, TElement>> query = ParallelEnumerable.GroupBy(source, keySelector, elementSelector);
        return TLineage.IsRecording ? ParallelGrouping.Of(query, source, keySelector, elementSelector, null, static group => (IGrouping<TKey, TElement>)group, site) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.GroupBy</c>: a group, or what is made of it, follows from every member; members keep their spans.</summary>
    public static ParallelQuery<IGrouping<TKey, TElement>> GroupBy<TLineage, TSource, TKey, TElement>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<IGrouping<TKey, TElement>> query = ParallelEnumerable.GroupBy(source, keySelector, elementSelector, comparer);
        return TLineage.IsRecording ? ParallelGrouping.Of(query, source, keySelector, elementSelector, comparer, static group => (IGrouping<TKey, TElement>)group, site) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.GroupBy</c>: a group, or what is made of it, follows from every member; members keep their spans.</summary>
    public static ParallelQuery<TResult> GroupBy<TLineage, TSource, TKey, TResult>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, Func<TKey, IEnumerable<TSource>, TResult> resultSelector, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TResult> query = ParallelEnumerable.GroupBy(source, keySelector, resultSelector);
        return TLineage.IsRecording ? ParallelGrouping.Of(query, source, keySelector, Itself<TSource>.Selector, null, group => resultSelector(group.Key, group), site) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.GroupBy</c>: a group, or what is made of it, follows from every member; members keep their spans.</summary>
    public static ParallelQuery<TResult> GroupBy<TLineage, TSource, TKey, TResult>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, Func<TKey, IEnumerable<TSource>, TResult> resultSelector, IEqualityComparer<TKey>? comparer, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TResult> query = ParallelEnumerable.GroupBy(source, keySelector, resultSelector, comparer);
        return TLineage.IsRecording ? ParallelGrouping.Of(query, source, keySelector, Itself<TSource>.Selector, comparer, group => resultSelector(group.Key, group), site) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.GroupBy</c>: a group, or what is made of it, follows from every member; members keep their spans.</summary>
    public static ParallelQuery<TResult> GroupBy<TLineage, TSource, TKey, TElement, TResult>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, Func<TKey, IEnumerable<TElement>, TResult> resultSelector, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TResult> query = ParallelEnumerable.GroupBy(source, keySelector, elementSelector, resultSelector);
        return TLineage.IsRecording ? ParallelGrouping.Of(query, source, keySelector, elementSelector, null, group => resultSelector(group.Key, group), site) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.GroupBy</c>: a group, or what is made of it, follows from every member; members keep their spans.</summary>
    public static ParallelQuery<TResult> GroupBy<TLineage, TSource, TKey, TElement, TResult>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, Func<TKey, IEnumerable<TElement>, TResult> resultSelector, IEqualityComparer<TKey>? comparer, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TResult> query = ParallelEnumerable.GroupBy(source, keySelector, elementSelector, resultSelector, comparer);
        return TLineage.IsRecording ? ParallelGrouping.Of(query, source, keySelector, elementSelector, comparer, group => resultSelector(group.Key, group), site) : query;
    }
}
