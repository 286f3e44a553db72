namespace Weft.Flows.Collections;

/// <summary>
/// The spans of records by the records themselves, for collections that keep their records in an order of their own (sorted, hashed). Of records that are the same the
/// first counts: the same object, or equal values.
/// </summary>
// Design: the collection's own comparer is not asked, since a program may see that. Two records that are one to it are two here, and the one that the collection holds is looked for.
internal sealed class SpansByRecord<T>
{
    private readonly Dictionary<ValueTuple<T>, ulong> _spans = new(SameRecord<T>.Instance);

    /// <summary>The records of a collection with their spans, which are in its order.</summary>
    internal static SpansByRecord<T> Of(IEnumerable<T> collection, SpanColumn column)
    {
        var spans = new SpansByRecord<T>();
        int index = 0;
        foreach (T record in collection) spans.Add(record, column[index++]);
        return spans;
    }

    /// <summary>Notes a record.</summary>
    internal void Add(T record, ulong span) => _spans.TryAdd(new(record), span);

    /// <summary>The column of a collection's records in its order; null when one of them was not noted.</summary>
    internal SpanColumn? ColumnOf(IEnumerable<T> collection, int step)
    {
        ColumnBuilder spans = ColumnBuilder.Rent();
        foreach (T record in collection)
        {
            if (!_spans.TryGetValue(new(record), out ulong span))
            {
                spans.Abandon();
                return null;
            }
            spans.Add(span);
        }
        return spans.Finish(step);
    }
}
