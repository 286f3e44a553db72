using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="Enumerable.TryGetNonEnumeratedCount{TSource}"/>: knows of a flow what LINQ knows of its own; nothing is recorded of the answer.</summary>
    public static bool TryGetNonEnumeratedCount<TLineage, TSource>(IEnumerable<TSource> source, out int count, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || source is not Flow<TSource> flow) return Enumerable.TryGetNonEnumeratedCount(source, out count);
        int known = flow.GetCount(onlyIfCheap: true);
        count = Math.Max(known, 0);
        return known >= 0;
    }
}
