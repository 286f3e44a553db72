using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.OrderByDescending</c>: records pass with their spans.</summary>
    public static OrderedParallelQuery<TSource> OrderByDescending<TLineage, TSource, TKey>(ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, int site) where TLineage : struct, ILineage
    {
        OrderedParallelQuery<TSource> query = ParallelEnumerable.OrderByDescending(source, keySelector);
        return TLineage.IsRecording ? ParallelOrder.By(query, source, keySelector, static (records, keySelector) => records.OrderByDescending(record => keySelector(record.Value)), site) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.OrderByDescending</c>: records pass with their spans.</summary>
    public static OrderedParallelQuery<TSource> OrderByDescending<TLineage, TSource, TKey>(ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer, int site) where TLineage : struct, ILineage
    {
        OrderedParallelQuery<TSource> query = ParallelEnumerable.OrderByDescending(source, keySelector, comparer);
        return TLineage.IsRecording ? ParallelOrder.By(query, source, (keySelector, comparer), static (records, key) => records.OrderByDescending(record => key.keySelector(record.Value), key.comparer), site) : query;
    }
}
