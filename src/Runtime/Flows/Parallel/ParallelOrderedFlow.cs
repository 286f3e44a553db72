namespace Weft.Flows.Parallel;

/// <summary>A parallel query in an order that further keys may refine.</summary>
internal abstract class ParallelOrderedFlow<T> : ParallelFlow<T>
{
    /// <summary>As <see cref="ParallelFlow{T}.Open"/>.</summary>
    internal abstract OrderedParallelQuery<Chosen<T>> OpenOrdered(out Way way);

    internal sealed override ParallelQuery<Chosen<T>> Open(out Way way) => OpenOrdered(out way);
}

/// <summary>The operators that put records in order.</summary>
internal static class ParallelOrder
{
    /// <summary>The result of an operator that orders.</summary>
    /// <param name="query">What PLINQ's operator has given for the program's own query.</param>
    /// <param name="source">The program's own query.</param>
    /// <param name="state">The operator's other arguments.</param>
    /// <param name="operation">PLINQ's operator over records with their spans.</param>
    /// <param name="site">The call's site.</param>
    internal static OrderedParallelQuery<T> By<T, TState>(
        OrderedParallelQuery<T> query, ParallelQuery<T> source, TState state, Func<ParallelQuery<Chosen<T>>, TState, OrderedParallelQuery<Chosen<T>>> operation, int site)
        => ParallelFlows.With(query, new ParallelOrderByFlow<T, TState>(source.AsFlow(site), state, operation, site));

    /// <summary>As <see cref="By"/>, of an operator that refines an order. Of an order that code which is not woven has made nothing is known, nor of what refines it.</summary>
    internal static OrderedParallelQuery<T> ThenBy<T, TState>(
        OrderedParallelQuery<T> query, OrderedParallelQuery<T> source, TState state, Func<OrderedParallelQuery<Chosen<T>>, TState, OrderedParallelQuery<Chosen<T>>> operation, int site)
        => ParallelFlows.Find(source) is ParallelOrderedFlow<T> flow ? ParallelFlows.With(query, new ParallelThenByFlow<T, TState>(flow, state, operation, site)) : ParallelFlows.Unknown(query, source);
}

/// <summary>OrderBy and OrderByDescending.</summary>
internal sealed class ParallelOrderByFlow<T, TState>(
    ParallelFlow<T> source, TState state, Func<ParallelQuery<Chosen<T>>, TState, OrderedParallelQuery<Chosen<T>>> operation, int site) : ParallelOrderedFlow<T>
{
    internal override bool HandsOutGroups => source.HandsOutGroups;

    internal override OrderedParallelQuery<Chosen<T>> OpenOrdered(out Way way)
    {
        ParallelQuery<Chosen<T>> records = source.Open(out Way sourceWay);
        way = new PassedWay(site, sourceWay);
        return operation(records, state);
    }
}

/// <summary>ThenBy and ThenByDescending.</summary>
internal sealed class ParallelThenByFlow<T, TState>(
    ParallelOrderedFlow<T> source, TState state, Func<OrderedParallelQuery<Chosen<T>>, TState, OrderedParallelQuery<Chosen<T>>> operation, int site) : ParallelOrderedFlow<T>
{
    internal override bool HandsOutGroups => source.HandsOutGroups;

    internal override OrderedParallelQuery<Chosen<T>> OpenOrdered(out Way way)
    {
        OrderedParallelQuery<Chosen<T>> records = source.OpenOrdered(out Way sourceWay);
        way = new PassedWay(site, sourceWay);
        return operation(records, state);
    }
}
