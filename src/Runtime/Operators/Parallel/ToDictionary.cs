using Weft.Flows;
using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.ToDictionary(source, keySelector)</c>: the dictionary keeps the spans of its records, by position of insertion.</summary>
    public static Dictionary<TKey, TSource> ToDictionary<TLineage, TSource, TKey>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null && keySelector is not null
            ? ParallelCollections.Dictionary(source.AsFlow(site), keySelector, Itself<TSource>.Selector, null, site)
            : ParallelEnumerable.ToDictionary(source!, keySelector!);

    /// <summary>The woven form of <c>ParallelEnumerable.ToDictionary(source, keySelector, comparer)</c>: the dictionary keeps the spans of its records, by position of insertion.</summary>
    public static Dictionary<TKey, TSource> ToDictionary<TLineage, TSource, TKey>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null && keySelector is not null
            ? ParallelCollections.Dictionary(source.AsFlow(site), keySelector, Itself<TSource>.Selector, comparer, site)
            : ParallelEnumerable.ToDictionary(source!, keySelector!, comparer);

    /// <summary>The woven form of <c>ParallelEnumerable.ToDictionary(source, keySelector, elementSelector)</c>: the dictionary keeps the spans of its records, by position of insertion.</summary>
    public static Dictionary<TKey, TElement> ToDictionary<TLineage, TSource, TKey, TElement>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null && keySelector is not null && elementSelector is not null
            ? ParallelCollections.Dictionary(source.AsFlow(site), keySelector, elementSelector, null, site)
            : ParallelEnumerable.ToDictionary(source!, keySelector!, elementSelector!);

    /// <summary>The woven form of <c>ParallelEnumerable.ToDictionary(source, keySelector, elementSelector, comparer)</c>: the dictionary keeps the spans of its records, by position of insertion.</summary>
    public static Dictionary<TKey, TElement> ToDictionary<TLineage, TSource, TKey, TElement>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null && keySelector is not null && elementSelector is not null
            ? ParallelCollections.Dictionary(source.AsFlow(site), keySelector, elementSelector, comparer, site)
            : ParallelEnumerable.ToDictionary(source!, keySelector!, elementSelector!, comparer);
}
