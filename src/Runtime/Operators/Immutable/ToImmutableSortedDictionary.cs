using System.Collections.Immutable;
using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableSortedDictionary.ToImmutableSortedDictionary(source, keySelector, elementSelector, keyComparer, valueComparer)</c>: the record itself, by its key.</summary>
    public static ImmutableSortedDictionary<TKey, TValue> ToImmutableSortedDictionary<TLineage, TSource, TKey, TValue>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TValue> elementSelector, IComparer<TKey>? keyComparer, IEqualityComparer<TValue>? valueComparer, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null && keySelector is not null && elementSelector is not null && Origin.MayCarry(source) ? Operators.Materialise.ByKey<TSource, TKey, TValue, ImmutableSortedDictionary<TKey, TValue>>(source, keySelector, (records, key) => ImmutableSortedDictionary.ToImmutableSortedDictionary(records, key, elementSelector, keyComparer, valueComparer), Operators.Materialise.Fixed, site) : ImmutableSortedDictionary.ToImmutableSortedDictionary(source!, keySelector!, elementSelector!, keyComparer, valueComparer);

    /// <summary>The woven form of <c>ImmutableSortedDictionary.ToImmutableSortedDictionary(source, keySelector, elementSelector, keyComparer)</c>: the record itself, by its key.</summary>
    public static ImmutableSortedDictionary<TKey, TValue> ToImmutableSortedDictionary<TLineage, TSource, TKey, TValue>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TValue> elementSelector, IComparer<TKey>? keyComparer, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null && keySelector is not null && elementSelector is not null && Origin.MayCarry(source) ? Operators.Materialise.ByKey<TSource, TKey, TValue, ImmutableSortedDictionary<TKey, TValue>>(source, keySelector, (records, key) => ImmutableSortedDictionary.ToImmutableSortedDictionary(records, key, elementSelector, keyComparer), Operators.Materialise.Fixed, site) : ImmutableSortedDictionary.ToImmutableSortedDictionary(source!, keySelector!, elementSelector!, keyComparer);

    /// <summary>The woven form of <c>ImmutableSortedDictionary.ToImmutableSortedDictionary(source, keySelector, elementSelector)</c>: the record itself, by its key.</summary>
    public static ImmutableSortedDictionary<TKey, TValue> ToImmutableSortedDictionary<TLineage, TSource, TKey, TValue>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TValue> elementSelector, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null && keySelector is not null && elementSelector is not null && Origin.MayCarry(source) ? Operators.Materialise.ByKey<TSource, TKey, TValue, ImmutableSortedDictionary<TKey, TValue>>(source, keySelector, (records, key) => ImmutableSortedDictionary.ToImmutableSortedDictionary(records, key, elementSelector), Operators.Materialise.Fixed, site) : ImmutableSortedDictionary.ToImmutableSortedDictionary(source!, keySelector!, elementSelector!);

    /// <summary>The woven form of <c>ImmutableSortedDictionary.ToImmutableSortedDictionary(source, keyComparer, valueComparer)</c>: the record itself, by its key.</summary>
    public static ImmutableSortedDictionary<TKey, TValue> ToImmutableSortedDictionary<TLineage, TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> source, IComparer<TKey>? keyComparer, IEqualityComparer<TValue>? valueComparer, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null && Origin.MayCarry(source) ? Operators.Materialise.OfPairs<TKey, TValue, ImmutableSortedDictionary<TKey, TValue>>(source, records => ImmutableSortedDictionary.ToImmutableSortedDictionary(records, keyComparer, valueComparer), Operators.Materialise.Fixed, site) : ImmutableSortedDictionary.ToImmutableSortedDictionary(source!, keyComparer, valueComparer);

    /// <summary>The woven form of <c>ImmutableSortedDictionary.ToImmutableSortedDictionary(source, keyComparer)</c>: the record itself, by its key.</summary>
    public static ImmutableSortedDictionary<TKey, TValue> ToImmutableSortedDictionary<TLineage, TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> source, IComparer<TKey>? keyComparer, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null && Origin.MayCarry(source) ? Operators.Materialise.OfPairs<TKey, TValue, ImmutableSortedDictionary<TKey, TValue>>(source, records => ImmutableSortedDictionary.ToImmutableSortedDictionary(records, keyComparer), Operators.Materialise.Fixed, site) : ImmutableSortedDictionary.ToImmutableSortedDictionary(source!, keyComparer);

    /// <summary>The woven form of <c>ImmutableSortedDictionary.ToImmutableSortedDictionary(source)</c>: the record itself, by its key.</summary>
    public static ImmutableSortedDictionary<TKey, TValue> ToImmutableSortedDictionary<TLineage, TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> source, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null && Origin.MayCarry(source) ? Operators.Materialise.OfPairs<TKey, TValue, ImmutableSortedDictionary<TKey, TValue>>(source, static records => ImmutableSortedDictionary.ToImmutableSortedDictionary(records), Operators.Materialise.Fixed, site) : ImmutableSortedDictionary.ToImmutableSortedDictionary(source!);

    /// <summary>The woven form of <c>ImmutableSortedDictionary.CreateRange(items)</c>: the record itself, by its key.</summary>
    public static ImmutableSortedDictionary<TKey, TValue> NewImmutableSortedDictionary<TLineage, TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> items, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && items is not null && Origin.MayCarry(items) ? Operators.Materialise.OfPairs<TKey, TValue, ImmutableSortedDictionary<TKey, TValue>>(items, static records => ImmutableSortedDictionary.CreateRange(records), Operators.Materialise.Fixed, site) : ImmutableSortedDictionary.CreateRange(items!);

    /// <summary>The woven form of <c>ImmutableSortedDictionary.CreateRange(keyComparer, items)</c>: the record itself, by its key.</summary>
    public static ImmutableSortedDictionary<TKey, TValue> NewImmutableSortedDictionary<TLineage, TKey, TValue>(IComparer<TKey>? keyComparer, IEnumerable<KeyValuePair<TKey, TValue>> items, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && items is not null && Origin.MayCarry(items) ? Operators.Materialise.OfPairs<TKey, TValue, ImmutableSortedDictionary<TKey, TValue>>(items, records => ImmutableSortedDictionary.CreateRange(keyComparer, records), Operators.Materialise.Fixed, site) : ImmutableSortedDictionary.CreateRange(keyComparer, items!);

    /// <summary>The woven form of <c>ImmutableSortedDictionary.CreateRange(keyComparer, valueComparer, items)</c>: the record itself, by its key.</summary>
    public static ImmutableSortedDictionary<TKey, TValue> NewImmutableSortedDictionary<TLineage, TKey, TValue>(IComparer<TKey>? keyComparer, IEqualityComparer<TValue>? valueComparer, IEnumerable<KeyValuePair<TKey, TValue>> items, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && items is not null && Origin.MayCarry(items) ? Operators.Materialise.OfPairs<TKey, TValue, ImmutableSortedDictionary<TKey, TValue>>(items, records => ImmutableSortedDictionary.CreateRange(keyComparer, valueComparer, records), Operators.Materialise.Fixed, site) : ImmutableSortedDictionary.CreateRange(keyComparer, valueComparer, items!);
}
