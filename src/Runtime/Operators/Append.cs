using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="Enumerable.Append{TSource}"/>: records pass with their spans; the appended value is a root of the call.</summary>
    public static IEnumerable<TSource> Append<TLineage, TSource>(IEnumerable<TSource> source, TSource element, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || source is null) return Enumerable.Append(source!, element);
        return source is Operators.AddedValuesFlow<TSource> flow ? flow.Append(element, site) : Operators.AddedValuesFlow<TSource>.AppendTo(source.AsFlow(site), element, site);
    }
}
