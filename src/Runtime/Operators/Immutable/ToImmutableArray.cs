using System.Collections.Immutable;
using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArray.ToImmutableArray(items)</c>: the record itself, by index.</summary>
    public static ImmutableArray<TSource> ToImmutableArray<TLineage, TSource>(IEnumerable<TSource> items, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && items is not null && Origin.MayCarry(items) ? Operators.Materialise.ImmutableArray(items, site) : ImmutableArray.ToImmutableArray(items!);

    /// <summary>The woven form of <c>ImmutableArray.CreateRange(items)</c>: the record itself, by index.</summary>
    public static ImmutableArray<T> NewImmutableArray<TLineage, T>(IEnumerable<T> items, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && items is not null && Origin.MayCarry(items) ? Operators.Materialise.ImmutableArray(items, site) : ImmutableArray.CreateRange(items!);
}
