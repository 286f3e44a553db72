using System.Collections.Immutable;
using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableList.ToImmutableList(source)</c>: the record itself, by index.</summary>
    public static ImmutableList<TSource> ToImmutableList<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null && Origin.MayCarry(source) ? Operators.Materialise.InOrder(source, static records => ImmutableList.ToImmutableList(records), Operators.Materialise.Fixed, site) : ImmutableList.ToImmutableList(source!);

    /// <summary>The woven form of <c>ImmutableList.CreateRange(items)</c>: the record itself, by index.</summary>
    public static ImmutableList<T> NewImmutableList<TLineage, T>(IEnumerable<T> items, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && items is not null && Origin.MayCarry(items) ? Operators.Materialise.InOrder(items, static records => ImmutableList.CreateRange(records), Operators.Materialise.Fixed, site) : ImmutableList.CreateRange(items!);
}
