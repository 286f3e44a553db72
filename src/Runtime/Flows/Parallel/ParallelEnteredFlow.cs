namespace Weft.Flows.Parallel;

/// <summary>A parallel query that code which is not woven has made and that enters a woven operator.</summary>
internal sealed class ParallelEnteredFlow<T>(ParallelQuery<T> query, int site, int argument) : ParallelFlow<T>
{
    internal override bool HandsOutGroups => false;

    /// <summary>Whether a query is nothing yet but a sequence to be read in parallel, which it then gives back.</summary>
    internal static bool IsSequence(ParallelQuery<T> query) => !ReferenceEquals(query.AsSequential(), query) && Attachments.Find(query) is null;

    internal override ParallelQuery<Chosen<T>> Open(out Way way)
    {
        if (IsSequence(query)) return new ParallelSourceFlow<T>(query.AsSequential(), site, argument).Open(out way);
        way = Way.Issued;
        var roots = new ParallelRoots(Origin.SourceOf(query, typeof(T), site, argument));
        return query.Select(record => new Chosen<T>(record, roots.Next()));
    }
}

/// <summary>A sequence of objects that becomes a parallel query, or a query of objects that code which is not woven has made.</summary>
internal sealed class ParallelObjectsFlow(System.Collections.IEnumerable source, int site) : ParallelFlow<object?>
{
    internal override bool HandsOutGroups => false;

    internal override ParallelQuery<Chosen<object?>> Open(out Way way)
    {
        var records = new SpannedSequence<object?>(new Operators.CastFlow<object?>(source, site), canReset: source is System.Collections.ICollection);
        way = records;
        return records.AsParallel();
    }
}
