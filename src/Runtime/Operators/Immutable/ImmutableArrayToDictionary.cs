using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArrayExtensions.ToDictionary(immutableArray, keySelector)</c>: the record itself, by position of insertion.</summary>
    public static Dictionary<TKey, T> ToDictionary<TLineage, TKey, T>(ImmutableArray<T> immutableArray, Func<T, TKey> keySelector, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && !immutableArray.IsDefault ? ToDictionary<TLineage, T, TKey>(ImmutableCollectionsMarshal.AsArray(immutableArray)!, keySelector, site) : immutableArray.ToDictionary(keySelector);

    /// <summary>The woven form of <c>ImmutableArrayExtensions.ToDictionary(immutableArray, keySelector, elementSelector)</c>: the record itself, by position of insertion.</summary>
    public static Dictionary<TKey, TElement> ToDictionary<TLineage, TKey, TElement, T>(ImmutableArray<T> immutableArray, Func<T, TKey> keySelector, Func<T, TElement> elementSelector, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && !immutableArray.IsDefault ? ToDictionary<TLineage, T, TKey, TElement>(ImmutableCollectionsMarshal.AsArray(immutableArray)!, keySelector, elementSelector, site) : immutableArray.ToDictionary(keySelector, elementSelector);

    /// <summary>The woven form of <c>ImmutableArrayExtensions.ToDictionary(immutableArray, keySelector, comparer)</c>: the record itself, by position of insertion.</summary>
    public static Dictionary<TKey, T> ToDictionary<TLineage, TKey, T>(ImmutableArray<T> immutableArray, Func<T, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && !immutableArray.IsDefault ? ToDictionary<TLineage, T, TKey>(ImmutableCollectionsMarshal.AsArray(immutableArray)!, keySelector, comparer, site) : immutableArray.ToDictionary(keySelector, comparer);

    /// <summary>The woven form of <c>ImmutableArrayExtensions.ToDictionary(immutableArray, keySelector, elementSelector, comparer)</c>: the record itself, by position of insertion.</summary>
    public static Dictionary<TKey, TElement> ToDictionary<TLineage, TKey, TElement, T>(ImmutableArray<T> immutableArray, Func<T, TKey> keySelector, Func<T, TElement> elementSelector, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && !immutableArray.IsDefault ? ToDictionary<TLineage, T, TKey, TElement>(ImmutableCollectionsMarshal.AsArray(immutableArray)!, keySelector, elementSelector, comparer, site) : immutableArray.ToDictionary(keySelector, elementSelector, comparer);
}
