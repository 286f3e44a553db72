using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Enumerable.Contains(source, value)</c>: reads a flow no further than LINQ reads its own; nothing is recorded of the answer.</summary>
    public static bool Contains<TLineage, TSource>(IEnumerable<TSource> source, TSource value, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && source is Flow<TSource> flow ? flow.Contains(value) : Enumerable.Contains(source, value);

    /// <summary>The woven form of <c>Enumerable.Contains(source, value, comparer)</c>: LINQ's own; nothing is recorded of the answer.</summary>
    public static bool Contains<TLineage, TSource>(IEnumerable<TSource> source, TSource value, IEqualityComparer<TSource>? comparer, int site) where TLineage : struct, ILineage
        => Enumerable.Contains(source, value, comparer);
}
