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

    /// <summary>PLINQ's groups as the program gets to see them, or what is made of each.</summary>
    internal static ParallelQuery<T> Group<TSource, TKey, TElement, T>(
        ParallelQuery<Chosen<TSource>> records, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer,
        Func<ParallelGroup<TKey, TElement>, T> resultSelector, Func<int> step)
    {
        var offsets = new SpanOffsets();
        ParallelQuery<OffsetRecord<TSource>> narrow = records.Select(record => new OffsetRecord<TSource>(record.Value, offsets.OffsetOf(record.Span)));
        ParallelQuery<IGrouping<TKey, OffsetRecord<TElement>>> groups = ReferenceEquals(elementSelector, Itself<TSource>.Selector)
            ? (ParallelQuery<IGrouping<TKey, OffsetRecord<TElement>>>)(object)narrow.GroupBy(record => keySelector(record.Value), comparer)
            : narrow.GroupBy(record => keySelector(record.Value), record => new OffsetRecord<TElement>(elementSelector(record.Value), record.Offset), comparer);
        return groups.Select(group => resultSelector(new(group, offsets, step())));
    }
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
        int step() => Steps.Intern(site, sourceWay.Step);
        return ParallelGrouping.Group(records, keySelector, elementSelector, comparer, Derive, step);

        Chosen<T> Derive(ParallelGroup<TKey, TElement> group)
        {
            int step = group.Column.Step;
            return new(resultSelector(group), ThreadBuffer.For(step).DeriveFanIn(step, group.Column));
        }
    }
}
