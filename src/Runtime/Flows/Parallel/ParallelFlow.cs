namespace Weft.Flows.Parallel;

/// <summary>What is known of a parallel query whose records carry spans; the part that does not depend on the type of its records.</summary>
internal abstract class ParallelFlow
{
    /// <summary>Whether a lambda behind this may be handed groups, which carry the spans of their members: then it has to run over records with spans even where nobody asks for their own.</summary>
    internal abstract bool HandsOutGroups { get; }

    /// <summary>Whether the results may have an order that the program asked for.</summary>
    internal virtual bool HasOrder => true;

    /// <summary>Whether an operator has left the records without an index, so that without an order PLINQ, too, collects them as they come.</summary>
    internal virtual bool HasLostIndex => false;

    /// <summary>As <see cref="ParallelFlow{T}.Open"/>, for a reader that knows the records as objects only.</summary>
    internal abstract ParallelQuery<Chosen<object?>> OpenAny(out Way way);

    /// <summary>The records as a sequence of their own type, read one by one.</summary>
    internal abstract Flow Read();
}

/// <summary>A parallel query whose records carry spans: how it is run over records with their spans.</summary>
// Design: the operators are PLINQ's own. A woven call gives the query that the unwoven one would give, so that code which is not woven sees nothing
// else, and arguments, settings and errors of the call are PLINQ's. Beside it stands one of these, which tells how to build the same query over pairs
// of a record and its span. A woven reader (ToArray, foreach, a sequential operator) runs that one in place of the other: partitions, order, buffers
// and cancellation are PLINQ's again, and a record never parts with its span, on whatever thread it is. Each run builds its own query, as
// each enumeration of a sequential flow has its own roots.
internal abstract class ParallelFlow<T> : ParallelFlow
{
    /// <summary>The query of one run over records with their spans.</summary>
    /// <param name="way">How the records come.</param>
    internal abstract ParallelQuery<Chosen<T>> Open(out Way way);

    /// <summary>The records of one run that come through <paramref name="stage"/>, each partition's by itself; only where <see cref="PartitionRecords{T}.CanGather"/>.</summary>
    /// <param name="stage">What happens to a record on its way.</param>
    /// <param name="way">How the records come to the stage.</param>
    internal virtual PartitionRecords<TResult> GatherThrough<TResult, TStage>(TStage stage, out Way way) where TStage : struct, IStage<T, TResult>
        => PartitionRecords<TResult>.Gather(Open(out way), stage);

    internal sealed override ParallelQuery<Chosen<object?>> OpenAny(out Way way) => Open(out way).Select(static record => new Chosen<object?>(record.Value, record.Span));

    internal sealed override Flow Read() => new ParallelRecordsFlow<T>(this);
}
