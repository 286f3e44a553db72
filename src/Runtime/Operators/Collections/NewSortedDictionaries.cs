using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>new SortedDictionary&lt;TKey, TValue&gt;(dictionary)</c>: the dictionary keeps the spans of its records.</summary>
    public static SortedDictionary<TKey, TValue> NewSortedDictionary<TLineage, TKey, TValue>(IDictionary<TKey, TValue> dictionary, int site) where TLineage : struct, ILineage where TKey : notnull
        => NewSortedDictionary<TLineage, TKey, TValue>(dictionary, null, site);

    /// <summary>The woven form of <c>new SortedDictionary&lt;TKey, TValue&gt;(dictionary, comparer)</c>: the dictionary keeps the spans of its records.</summary>
    public static SortedDictionary<TKey, TValue> NewSortedDictionary<TLineage, TKey, TValue>(IDictionary<TKey, TValue> dictionary, IComparer<TKey>? comparer, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && dictionary is not null && Origin.MayCarry(dictionary)
            ? Operators.Materialise.OfPairs(dictionary, records => new SortedDictionary<TKey, TValue>((IDictionary<TKey, TValue>)records, comparer), Operators.Materialise.Copied, site)
            : new SortedDictionary<TKey, TValue>(dictionary!, comparer);

    /// <summary>The woven form of <c>new SortedList&lt;TKey, TValue&gt;(dictionary)</c>: the list keeps the spans of its records.</summary>
    public static SortedList<TKey, TValue> NewSortedList<TLineage, TKey, TValue>(IDictionary<TKey, TValue> dictionary, int site) where TLineage : struct, ILineage where TKey : notnull
        => NewSortedList<TLineage, TKey, TValue>(dictionary, null, site);

    /// <summary>The woven form of <c>new SortedList&lt;TKey, TValue&gt;(dictionary, comparer)</c>: the list keeps the spans of its records.</summary>
    public static SortedList<TKey, TValue> NewSortedList<TLineage, TKey, TValue>(IDictionary<TKey, TValue> dictionary, IComparer<TKey>? comparer, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && dictionary is not null && Origin.MayCarry(dictionary)
            ? Operators.Materialise.OfPairs(dictionary, records => new SortedList<TKey, TValue>((IDictionary<TKey, TValue>)records, comparer), Operators.Materialise.Copied, site)
            : new SortedList<TKey, TValue>(dictionary!, comparer);
}
