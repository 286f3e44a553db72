using System.Collections.Immutable;
using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableHashSet.ToImmutableHashSet(source)</c>: the first record of its value.</summary>
    public static ImmutableHashSet<TSource> ToImmutableHashSet<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null && Origin.MayCarry(source) ? Operators.Materialise.ByRecord(source, static records => ImmutableHashSet.ToImmutableHashSet(records), Operators.Materialise.Fixed, site) : ImmutableHashSet.ToImmutableHashSet(source!);

    /// <summary>The woven form of <c>ImmutableHashSet.ToImmutableHashSet(source, equalityComparer)</c>: the first record of its value.</summary>
    public static ImmutableHashSet<TSource> ToImmutableHashSet<TLineage, TSource>(IEnumerable<TSource> source, IEqualityComparer<TSource>? equalityComparer, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null && Origin.MayCarry(source) ? Operators.Materialise.ByRecord(source, records => ImmutableHashSet.ToImmutableHashSet(records, equalityComparer), Operators.Materialise.Fixed, site) : ImmutableHashSet.ToImmutableHashSet(source!, equalityComparer);

    /// <summary>The woven form of <c>ImmutableHashSet.CreateRange(items)</c>: the first record of its value.</summary>
    public static ImmutableHashSet<T> NewImmutableHashSet<TLineage, T>(IEnumerable<T> items, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && items is not null && Origin.MayCarry(items) ? Operators.Materialise.ByRecord(items, static records => ImmutableHashSet.CreateRange(records), Operators.Materialise.Fixed, site) : ImmutableHashSet.CreateRange(items!);

    /// <summary>The woven form of <c>ImmutableHashSet.CreateRange(equalityComparer, items)</c>: the first record of its value.</summary>
    public static ImmutableHashSet<T> NewImmutableHashSet<TLineage, T>(IEqualityComparer<T>? equalityComparer, IEnumerable<T> items, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && items is not null && Origin.MayCarry(items) ? Operators.Materialise.ByRecord(items, records => ImmutableHashSet.CreateRange(equalityComparer, records), Operators.Materialise.Fixed, site) : ImmutableHashSet.CreateRange(equalityComparer, items!);
}
