namespace Weft.Flows.Parallel;

/// <summary>SelectMany, in all its forms: a result follows from an outer record and an inner one.</summary>
internal static class ParallelSelectMany
{
    /// <summary>The result of the operator, as a query that is known to carry spans.</summary>
    /// <param name="query">What PLINQ's operator has given for the program's own query.</param>
    /// <param name="source">The program's own query.</param>
    /// <param name="state">The operator's other arguments.</param>
    /// <param name="operation">PLINQ's operator over records with their spans.</param>
    /// <param name="site">The call's site.</param>
    internal static ParallelQuery<T> Of<TSource, TState, T>(
        ParallelQuery<T> query, ParallelQuery<TSource> source, TState state,
        Func<ParallelQuery<Chosen<TSource>>, TState, InnerDerivation, ParallelQuery<Chosen<T>>> operation, int site)
        => ParallelFlows.With(query, new ParallelSelectManyFlow<TSource, TState, T>(source.AsFlow(site), state, operation, site));
}

/// <inheritdoc cref="ParallelSelectMany"/>
internal sealed class ParallelSelectManyFlow<TSource, TState, T>(
    ParallelFlow<TSource> source, TState state, Func<ParallelQuery<Chosen<TSource>>, TState, InnerDerivation, ParallelQuery<Chosen<T>>> operation, int site) : ParallelFlow<T>
{
    internal override bool HandsOutGroups => source.HandsOutGroups;

    internal override bool HasOrder => source.HasOrder;

    internal override bool HasLostIndex => true;

    internal override ParallelQuery<Chosen<T>> Open(out Way way)
    {
        ParallelQuery<Chosen<TSource>> records = source.Open(out Way sourceWay);
        way = Way.Issued;
        return operation(records, state, new InnerDerivation(site, sourceWay));
    }
}
