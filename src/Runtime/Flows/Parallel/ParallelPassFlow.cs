namespace Weft.Flows.Parallel;

/// <summary>The operators whose records keep their spans.</summary>
internal static class ParallelPass
{
    /// <summary>The result of such an operator, as a query that is known to carry spans.</summary>
    /// <param name="query">What PLINQ's operator has given for the program's own query.</param>
    /// <param name="source">The program's own query.</param>
    /// <param name="state">The operator's other arguments.</param>
    /// <param name="operation">PLINQ's operator over records with their spans.</param>
    /// <param name="site">The call's site.</param>
    internal static ParallelQuery<T> Of<TSource, TState, T>(
        ParallelQuery<T> query, ParallelQuery<TSource> source, TState state, Func<ParallelQuery<Chosen<TSource>>, TState, ParallelQuery<Chosen<T>>> operation, int site)
        => ParallelFlows.With(query, new ParallelPassFlow<TSource, TState, T>(source.AsFlow(site), state, operation, site));

    /// <summary>As <see cref="Of"/>, for a setting of the query: it is no operator, and a query that is not known stays so, unless it is nothing yet but a sequence to be read in parallel.</summary>
    internal static ParallelQuery<T> Setting<T, TState>(
        ParallelQuery<T> query, ParallelQuery<T> source, TState state, Func<ParallelQuery<Chosen<T>>, TState, ParallelQuery<Chosen<T>>> setting, int site, bool orders = false)
    {
        ParallelFlow<T>? flow = ParallelFlows.Find(source) ?? (ParallelEnteredFlow<T>.IsSequence(source) ? new ParallelEnteredFlow<T>(source, site, 0) : null);
        return flow is null ? ParallelFlows.Unknown(query, source) : ParallelFlows.With(query, new ParallelSettingFlow<T, TState>(flow, state, setting, orders));
    }
}

/// <summary>A flow over another one whose records keep their spans.</summary>
/// <param name="source">The flow below.</param>
/// <param name="state">The operator's other arguments.</param>
/// <param name="operation">PLINQ's operator over records with their spans.</param>
/// <param name="site">The call's site.</param>
/// <param name="losesIndex">Whether the operator does not know at which index its records will be.</param>
internal class ParallelPassFlow<TSource, TState, T>(
    ParallelFlow<TSource> source, TState state, Func<ParallelQuery<Chosen<TSource>>, TState, ParallelQuery<Chosen<T>>> operation, int site, bool losesIndex = false) : ParallelFlow<T>
{
    internal sealed override bool HandsOutGroups => Source.HandsOutGroups;

    internal sealed override bool HasOrder => Source.HasOrder;

    internal sealed override bool HasLostIndex => losesIndex || Source.HasLostIndex;

    /// <summary>The flow below.</summary>
    protected ParallelFlow<TSource> Source { get; } = source;

    /// <summary>The operator's other arguments.</summary>
    protected TState State { get; } = state;

    internal sealed override ParallelQuery<Chosen<T>> Open(out Way way)
    {
        ParallelQuery<Chosen<TSource>> records = Source.Open(out Way sourceWay);
        way = WayFrom(sourceWay);
        return operation(records, State);
    }

    /// <summary>How records come that came to this operator by <paramref name="sourceWay"/>.</summary>
    protected Way WayFrom(Way sourceWay) => new PassedWay(site, sourceWay);
}

/// <summary>Where.</summary>
internal sealed class ParallelWhereFlow<T>(ParallelFlow<T> source, Func<T, bool> predicate, int site)
    : ParallelPassFlow<T, Func<T, bool>, T>(source, predicate, static (records, predicate) => records.Where(record => predicate(record.Value)), site, losesIndex: true)
{
    internal override PartitionRecords<TResult> GatherThrough<TResult, TStage>(TStage stage, out Way way)
    {
        PartitionRecords<TResult> records = Source.GatherThrough<TResult, Filter<T, TResult, TStage>>(new(State, stage), out Way sourceWay);
        way = WayFrom(sourceWay);
        return records;
    }
}

/// <summary>Select.</summary>
internal sealed class ParallelSelectFlow<TSource, T>(ParallelFlow<TSource> source, Func<TSource, T> selector, int site)
    : ParallelPassFlow<TSource, Func<TSource, T>, T>(
        source, selector, static (records, selector) => records.Select(record => new Chosen<T>(selector(record.Value), record.Span)), site)
{
    internal override PartitionRecords<TResult> GatherThrough<TResult, TStage>(TStage stage, out Way way)
    {
        PartitionRecords<TResult> records = Source.GatherThrough<TResult, Project<TSource, T, TResult, TStage>>(new(State, stage), out Way sourceWay);
        way = WayFrom(sourceWay);
        return records;
    }
}

/// <summary>A flow that is run in another manner.</summary>
internal sealed class ParallelSettingFlow<T, TState>(ParallelFlow<T> source, TState state, Func<ParallelQuery<Chosen<T>>, TState, ParallelQuery<Chosen<T>>> setting, bool orders) : ParallelFlow<T>
{
    internal override bool HandsOutGroups => source.HandsOutGroups;

    internal override bool HasOrder => orders || source.HasOrder;

    internal override bool HasLostIndex => source.HasLostIndex;

    internal override ParallelQuery<Chosen<T>> Open(out Way way) => setting(source.Open(out way), state);
}
