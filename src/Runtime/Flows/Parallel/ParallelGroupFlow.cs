using Weft.Capture;

namespace Weft.Flows.Parallel;

/// <summary>What GroupBy and ToLookup have in common.</summary>
internal static class ParallelGrouping
{
    /// <summary>The result of GroupBy, as a query that is known to carry spans.</summary>
    internal static ParallelQuery<T> Of<TSource, TKey, TElement, T>(
        ParallelQuery<T> query, ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector,
        IEqualityComparer<TKey>? comparer, Func<ParallelGroup<TKey, TElement>, T> resultSelector, int site)
        => ParallelFlows.With(query, new ParallelGroupFlow<TSource, TKey, TElement, T>(source.AsFlow(site), keySelector, elementSelector, comparer, resultSelector, site));

    /// <summary>PLINQ's groups of records with their spans.</summary>
    internal static ParallelQuery<IGrouping<TKey, Chosen<TElement>>> Group<TSource, TKey, TElement>(
        ParallelQuery<Chosen<TSource>> records, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer)
        => ReferenceEquals(elementSelector, Itself<TSource>.Selector)
            ? (ParallelQuery<IGrouping<TKey, Chosen<TElement>>>)(object)records.GroupBy(record => keySelector(record.Value), comparer)
            : records.GroupBy(record => keySelector(record.Value), record => new Chosen<TElement>(elementSelector(record.Value), record.Span), comparer);

    /// <summary>A group as the program gets to see it.</summary>
    internal static ParallelGroup<TKey, T> Hand<TKey, T>(IGrouping<TKey, Chosen<T>> group, int step) => new(group.Key, group, step);
}

/// <summary>GroupBy: groups, or what a result selector makes of them, each following from all members.</summary>
internal sealed class ParallelGroupFlow<TSource, TKey, TElement, T>(
    ParallelFlow<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer,
    Func<ParallelGroup<TKey, TElement>, T> resultSelector, int site) : ParallelFlow<T>
{
    internal override bool HandsOutGroups => true;

    internal override bool HasOrder => source.HasOrder;

    internal override bool HasLostIndex => true;

    internal override ParallelQuery<Chosen<T>> Open(out Way way)
    {
        ParallelQuery<Chosen<TSource>> records = source.Open(out Way sourceWay);
        way = Way.Issued;
        return ParallelGrouping.Group(records, keySelector, elementSelector, comparer).Select(group =>
        {
            int step = Steps.Intern(site, sourceWay.Step);
            ParallelGroup<TKey, TElement> handed = ParallelGrouping.Hand(group, step);
            return new Chosen<T>(resultSelector(handed), ThreadBuffer.For(step).DeriveFanIn(step, handed.Column));
        });
    }
}
