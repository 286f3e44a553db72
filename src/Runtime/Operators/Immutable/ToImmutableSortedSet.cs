using System.Collections.Immutable;
using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableSortedSet.ToImmutableSortedSet(source)</c>: a record of each value.</summary>
    public static ImmutableSortedSet<TSource> ToImmutableSortedSet<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null && Origin.MayCarry(source) ? Operators.Materialise.ByRecord(source, static records => ImmutableSortedSet.ToImmutableSortedSet(records), Operators.Materialise.Fixed, site) : ImmutableSortedSet.ToImmutableSortedSet(source!);

    /// <summary>The woven form of <c>ImmutableSortedSet.ToImmutableSortedSet(source, comparer)</c>: a record of each value.</summary>
    public static ImmutableSortedSet<TSource> ToImmutableSortedSet<TLineage, TSource>(IEnumerable<TSource> source, IComparer<TSource>? comparer, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null && Origin.MayCarry(source) ? Operators.Materialise.ByRecord(source, records => ImmutableSortedSet.ToImmutableSortedSet(records, comparer), Operators.Materialise.Fixed, site) : ImmutableSortedSet.ToImmutableSortedSet(source!, comparer);

    /// <summary>The woven form of <c>ImmutableSortedSet.CreateRange(items)</c>: a record of each value.</summary>
    public static ImmutableSortedSet<T> NewImmutableSortedSet<TLineage, T>(IEnumerable<T> items, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && items is not null && Origin.MayCarry(items) ? Operators.Materialise.ByRecord(items, static records => ImmutableSortedSet.CreateRange(records), Operators.Materialise.Fixed, site) : ImmutableSortedSet.CreateRange(items!);

    /// <summary>The woven form of <c>ImmutableSortedSet.CreateRange(comparer, items)</c>: a record of each value.</summary>
    public static ImmutableSortedSet<T> NewImmutableSortedSet<TLineage, T>(IComparer<T>? comparer, IEnumerable<T> items, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && items is not null && Origin.MayCarry(items) ? Operators.Materialise.ByRecord(items, records => ImmutableSortedSet.CreateRange(comparer, records), Operators.Materialise.Fixed, site) : ImmutableSortedSet.CreateRange(comparer, items!);
}
