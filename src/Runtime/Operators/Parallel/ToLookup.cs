using Weft.Flows;
using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.ToLookup(source, keySelector)</c>: the lookup keeps the spans of its records, by group and position.</summary>
    public static ILookup<TKey, TSource> ToLookup<TLineage, TSource, TKey>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null && keySelector is not null
            ? ParallelCollections.Lookup(source.AsFlow(site), keySelector, Itself<TSource>.Selector, null, site)
            : ParallelEnumerable.ToLookup(source!, keySelector!);

    /// <summary>The woven form of <c>ParallelEnumerable.ToLookup(source, keySelector, comparer)</c>: the lookup keeps the spans of its records, by group and position.</summary>
    public static ILookup<TKey, TSource> ToLookup<TLineage, TSource, TKey>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null && keySelector is not null
            ? ParallelCollections.Lookup(source.AsFlow(site), keySelector, Itself<TSource>.Selector, comparer, site)
            : ParallelEnumerable.ToLookup(source!, keySelector!, comparer);

    /// <summary>The woven form of <c>ParallelEnumerable.ToLookup(source, keySelector, elementSelector)</c>: the lookup keeps the spans of its records, by group and position.</summary>
    public static ILookup<TKey, TElement> ToLookup<TLineage, TSource, TKey, TElement>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null && keySelector is not null && elementSelector is not null
            ? ParallelCollections.Lookup(source.AsFlow(site), keySelector, elementSelector, null, site)
            : ParallelEnumerable.ToLookup(source!, keySelector!, elementSelector!);

    /// <summary>The woven form of <c>ParallelEnumerable.ToLookup(source, keySelector, elementSelector, comparer)</c>: the lookup keeps the spans of its records, by group and position.</summary>
    public static ILookup<TKey, TElement> ToLookup<TLineage, TSource, TKey, TElement>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null && keySelector is not null && elementSelector is not null
            ? ParallelCollections.Lookup(source.AsFlow(site), keySelector, elementSelector, comparer, site)
            : ParallelEnumerable.ToLookup(source!, keySelector!, elementSelector!, comparer);
}
