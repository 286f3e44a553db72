using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="Enumerable.SkipLast{TSource}"/>: records pass with their spans.</summary>
    public static IEnumerable<TSource> SkipLast<TLineage, TSource>(IEnumerable<TSource> source, int count, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || source is null) return Enumerable.SkipLast(source!, count);
        if (source is TSource[] { Length: 0 }) return [];
        return count <= 0 ? Skip<TLineage, TSource>(source, 0, site) : new Operators.TakeFromEndFlow<TSource>(source.AsFlow(site), 0, ^count, site);
    }
}
