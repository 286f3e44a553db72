using System.Collections.Immutable;
using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableDictionary.ToImmutableDictionary(source, keySelector, elementSelector, keyComparer, valueComparer)</c>: the record itself, by its key.</summary>
    public static ImmutableDictionary<TKey, TValue> ToImmutableDictionary<TLineage, TSource, TKey, TValue>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TValue> elementSelector, IEqualityComparer<TKey>? keyComparer, IEqualityComparer<TValue>? valueComparer, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null && keySelector is not null && elementSelector is not null && Origin.MayCarry(source) ? Operators.Materialise.ByKey<TSource, TKey, TValue, ImmutableDictionary<TKey, TValue>>(source, keySelector, (records, key) => ImmutableDictionary.ToImmutableDictionary(records, key, elementSelector, keyComparer, valueComparer), Operators.Materialise.Fixed, site) : ImmutableDictionary.ToImmutableDictionary(source!, keySelector!, elementSelector!, keyComparer, valueComparer);

    /// <summary>The woven form of <c>ImmutableDictionary.ToImmutableDictionary(source, keySelector, elementSelector, keyComparer)</c>: the record itself, by its key.</summary>
    public static ImmutableDictionary<TKey, TValue> ToImmutableDictionary<TLineage, TSource, TKey, TValue>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TValue> elementSelector, IEqualityComparer<TKey>? keyComparer, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null && keySelector is not null && elementSelector is not null && Origin.MayCarry(source) ? Operators.Materialise.ByKey<TSource, TKey, TValue, ImmutableDictionary<TKey, TValue>>(source, keySelector, (records, key) => ImmutableDictionary.ToImmutableDictionary(records, key, elementSelector, keyComparer), Operators.Materialise.Fixed, site) : ImmutableDictionary.ToImmutableDictionary(source!, keySelector!, elementSelector!, keyComparer);

    /// <summary>The woven form of <c>ImmutableDictionary.ToImmutableDictionary(source, keySelector, elementSelector)</c>: the record itself, by its key.</summary>
    public static ImmutableDictionary<TKey, TValue> ToImmutableDictionary<TLineage, TSource, TKey, TValue>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TValue> elementSelector, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null && keySelector is not null && elementSelector is not null && Origin.MayCarry(source) ? Operators.Materialise.ByKey<TSource, TKey, TValue, ImmutableDictionary<TKey, TValue>>(source, keySelector, (records, key) => ImmutableDictionary.ToImmutableDictionary(records, key, elementSelector), Operators.Materialise.Fixed, site) : ImmutableDictionary.ToImmutableDictionary(source!, keySelector!, elementSelector!);

    /// <summary>The woven form of <c>ImmutableDictionary.ToImmutableDictionary(source, keySelector)</c>: the record itself, by its key.</summary>
    public static ImmutableDictionary<TKey, TSource> ToImmutableDictionary<TLineage, TSource, TKey>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null && keySelector is not null && Origin.MayCarry(source) ? Operators.Materialise.ByKey<TSource, TKey, TSource, ImmutableDictionary<TKey, TSource>>(source, keySelector, static (records, key) => ImmutableDictionary.ToImmutableDictionary(records, key), Operators.Materialise.Fixed, site) : ImmutableDictionary.ToImmutableDictionary(source!, keySelector!);

    /// <summary>The woven form of <c>ImmutableDictionary.ToImmutableDictionary(source, keySelector, keyComparer)</c>: the record itself, by its key.</summary>
    public static ImmutableDictionary<TKey, TSource> ToImmutableDictionary<TLineage, TSource, TKey>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? keyComparer, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null && keySelector is not null && Origin.MayCarry(source) ? Operators.Materialise.ByKey<TSource, TKey, TSource, ImmutableDictionary<TKey, TSource>>(source, keySelector, (records, key) => ImmutableDictionary.ToImmutableDictionary(records, key, keyComparer), Operators.Materialise.Fixed, site) : ImmutableDictionary.ToImmutableDictionary(source!, keySelector!, keyComparer);

    /// <summary>The woven form of <c>ImmutableDictionary.ToImmutableDictionary(source, keyComparer, valueComparer)</c>: the record itself, by its key.</summary>
    public static ImmutableDictionary<TKey, TValue> ToImmutableDictionary<TLineage, TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> source, IEqualityComparer<TKey>? keyComparer, IEqualityComparer<TValue>? valueComparer, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null && Origin.MayCarry(source) ? Operators.Materialise.OfPairs<TKey, TValue, ImmutableDictionary<TKey, TValue>>(source, records => ImmutableDictionary.ToImmutableDictionary(records, keyComparer, valueComparer), Operators.Materialise.Fixed, site) : ImmutableDictionary.ToImmutableDictionary(source!, keyComparer, valueComparer);

    /// <summary>The woven form of <c>ImmutableDictionary.ToImmutableDictionary(source, keyComparer)</c>: the record itself, by its key.</summary>
    public static ImmutableDictionary<TKey, TValue> ToImmutableDictionary<TLineage, TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> source, IEqualityComparer<TKey>? keyComparer, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null && Origin.MayCarry(source) ? Operators.Materialise.OfPairs<TKey, TValue, ImmutableDictionary<TKey, TValue>>(source, records => ImmutableDictionary.ToImmutableDictionary(records, keyComparer), Operators.Materialise.Fixed, site) : ImmutableDictionary.ToImmutableDictionary(source!, keyComparer);

    /// <summary>The woven form of <c>ImmutableDictionary.ToImmutableDictionary(source)</c>: the record itself, by its key.</summary>
    public static ImmutableDictionary<TKey, TValue> ToImmutableDictionary<TLineage, TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> source, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null && Origin.MayCarry(source) ? Operators.Materialise.OfPairs<TKey, TValue, ImmutableDictionary<TKey, TValue>>(source, static records => ImmutableDictionary.ToImmutableDictionary(records), Operators.Materialise.Fixed, site) : ImmutableDictionary.ToImmutableDictionary(source!);

    /// <summary>The woven form of <c>ImmutableDictionary.CreateRange(items)</c>: the record itself, by its key.</summary>
    public static ImmutableDictionary<TKey, TValue> NewImmutableDictionary<TLineage, TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> items, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && items is not null && Origin.MayCarry(items) ? Operators.Materialise.OfPairs<TKey, TValue, ImmutableDictionary<TKey, TValue>>(items, static records => ImmutableDictionary.CreateRange(records), Operators.Materialise.Fixed, site) : ImmutableDictionary.CreateRange(items!);

    /// <summary>The woven form of <c>ImmutableDictionary.CreateRange(keyComparer, items)</c>: the record itself, by its key.</summary>
    public static ImmutableDictionary<TKey, TValue> NewImmutableDictionary<TLineage, TKey, TValue>(IEqualityComparer<TKey>? keyComparer, IEnumerable<KeyValuePair<TKey, TValue>> items, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && items is not null && Origin.MayCarry(items) ? Operators.Materialise.OfPairs<TKey, TValue, ImmutableDictionary<TKey, TValue>>(items, records => ImmutableDictionary.CreateRange(keyComparer, records), Operators.Materialise.Fixed, site) : ImmutableDictionary.CreateRange(keyComparer, items!);

    /// <summary>The woven form of <c>ImmutableDictionary.CreateRange(keyComparer, valueComparer, items)</c>: the record itself, by its key.</summary>
    public static ImmutableDictionary<TKey, TValue> NewImmutableDictionary<TLineage, TKey, TValue>(IEqualityComparer<TKey>? keyComparer, IEqualityComparer<TValue>? valueComparer, IEnumerable<KeyValuePair<TKey, TValue>> items, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && items is not null && Origin.MayCarry(items) ? Operators.Materialise.OfPairs<TKey, TValue, ImmutableDictionary<TKey, TValue>>(items, records => ImmutableDictionary.CreateRange(keyComparer, valueComparer, records), Operators.Materialise.Fixed, site) : ImmutableDictionary.CreateRange(keyComparer, valueComparer, items!);
}
