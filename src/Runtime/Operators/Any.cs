using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Enumerable.Any(source)</c>: reads a flow no further than LINQ reads its own; nothing is recorded of the answer.</summary>
    public static bool Any<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || source is not Flow<TSource> flow) return Enumerable.Any(source);
        return flow.GetCount(onlyIfCheap: true) is var count and >= 0 ? count != 0 : flow.First(traced: false).Found;
    }

    /// <summary>The woven form of <c>Enumerable.Any(source, predicate)</c>: LINQ's own; nothing is recorded of the answer.</summary>
    public static bool Any<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate, int site) where TLineage : struct, ILineage
        => Enumerable.Any(source, predicate);
}
