using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.ThenBy</c>: records pass with their spans.</summary>
    public static OrderedParallelQuery<TSource> ThenBy<TLineage, TSource, TKey>(OrderedParallelQuery<TSource> source, Func<TSource, TKey> keySelector, int site) where TLineage : struct, ILineage
    {
        OrderedParallelQuery<TSource> query = ParallelEnumerable.ThenBy(source, keySelector);
        return TLineage.IsRecording ? ParallelOrder.ThenBy(query, source, keySelector, static (records, keySelector) => records.ThenBy(record => keySelector(record.Value)), site) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.ThenBy</c>: records pass with their spans.</summary>
    public static OrderedParallelQuery<TSource> ThenBy<TLineage, TSource, TKey>(OrderedParallelQuery<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer, int site) where TLineage : struct, ILineage
    {
        OrderedParallelQuery<TSource> query = ParallelEnumerable.ThenBy(source, keySelector, comparer);
        return TLineage.IsRecording ? ParallelOrder.ThenBy(query, source, (keySelector, comparer), static (records, key) => records.ThenBy(record => key.keySelector(record.Value), key.comparer), site) : query;
    }
}
