using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Enumerable.Last(source)</c>: as an output it is the record chosen.</summary>
    public static TSource Last<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
        => Operators.Choice.Last<TLineage, TSource>(source, site, out Chosen<TSource> chosen)
            ? chosen.Found ? chosen.Value : Enumerable.Last(Array.Empty<TSource>())
            : Enumerable.Last(source);

    /// <summary>The woven form of <c>Enumerable.Last(source, predicate)</c>: as an output it is the record chosen.</summary>
    public static TSource Last<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate, int site) where TLineage : struct, ILineage
        => Operators.Choice.Last<TLineage, TSource>(source, predicate, site, out Chosen<TSource> chosen)
            ? chosen.Found ? chosen.Value : Enumerable.Last(Array.Empty<TSource>(), predicate)
            : Enumerable.Last(source, predicate);
}
