using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="Enumerable.TakeLast{TSource}"/>: records pass with their spans.</summary>
    public static IEnumerable<TSource> TakeLast<TLineage, TSource>(IEnumerable<TSource> source, int count, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || source is null) return Enumerable.TakeLast(source!, count);
        return count <= 0 || source is TSource[] { Length: 0 } ? [] : new Operators.TakeFromEndFlow<TSource>(source.AsFlow(site), ^count, ^0, site);
    }
}
