using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="Enumerable.Prepend{TSource}"/>: records pass with their spans; the prepended value is a root of the call.</summary>
    public static IEnumerable<TSource> Prepend<TLineage, TSource>(IEnumerable<TSource> source, TSource element, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || source is null) return Enumerable.Prepend(source!, element);
        return source is Operators.AddedValuesFlow<TSource> flow ? flow.Prepend(element, site) : Operators.AddedValuesFlow<TSource>.PrependTo(source.AsFlow(site), element, site);
    }
}
