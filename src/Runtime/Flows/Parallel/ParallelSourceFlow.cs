namespace Weft.Flows.Parallel;

/// <summary>A sequence that becomes a parallel query.</summary>
/// <param name="source">The sequence.</param>
/// <param name="site">Where it enters.</param>
/// <param name="argument">Which sequence of the call it is.</param>
/// <param name="enumerated">What enumerates the same records for a reader of the query itself, where that is not the sequence.</param>
internal sealed class ParallelSourceFlow<T>(IEnumerable<T> source, int site, int argument = 0, IEnumerable<T>? enumerated = null) : ParallelFlow<T>
{
    internal override bool HandsOutGroups => source is ParallelQuery query && ParallelFlows.Find(query) is { HandsOutGroups: true };

    internal override bool HasOrder => false;

    // PLINQ cuts what has an index into ranges, and hands out anything else in chunks.
    internal override ParallelQuery<Chosen<T>> Open(out Way way) => source switch
    {
        T[] array => Open<ArrayItems<T>>(new(array), out way),
        List<T> list when list.GetType() == typeof(List<T>) => Open<ListItems<T>>(new(list), out way),
        IList<T> list => Open<IndexedItems<T>>(new(list), out way),
        _ => OpenSequence(out way),
    };

    private ParallelQuery<Chosen<T>> Open<TItems>(TItems items, out Way way) where TItems : struct, IIndexed<T>
    {
        var records = new SpannedItems<TItems, T>(items, enumerated ?? source, site, argument);
        way = new PassedWay(site, new ItemsWay<TItems>(records));
        return records.AsParallel();
    }

    private ParallelQuery<Chosen<T>> OpenSequence(out Way way)
    {
        var records = new SpannedSequence<T>(source.AsFlow(site, argument).Fresh(), canReset: source is ICollection<T>);
        way = new PassedWay(site, records);
        return records.AsParallel();
    }

    private sealed class ItemsWay<TItems>(SpannedItems<TItems, T> items) : Way where TItems : struct, IIndexed<T>
    {
        internal override int Step => items.Step;
    }
}
