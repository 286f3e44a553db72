using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Enumerable.ElementAtOrDefault(source, int)</c>: as an output it is the record chosen.</summary>
    public static TSource? ElementAtOrDefault<TLineage, TSource>(IEnumerable<TSource> source, int index, int site) where TLineage : struct, ILineage
        => Operators.Choice.ElementAt<TLineage, TSource>(source, index, site, out Chosen<TSource> chosen)
            ? chosen.Found ? chosen.Value : default
            : Enumerable.ElementAtOrDefault(source, index);

    /// <summary>The woven form of <c>Enumerable.ElementAtOrDefault(source, Index)</c>: as an output it is the record chosen.</summary>
    public static TSource? ElementAtOrDefault<TLineage, TSource>(IEnumerable<TSource> source, Index index, int site) where TLineage : struct, ILineage
        => Operators.Choice.ElementAt<TLineage, TSource>(source, index, site, out Chosen<TSource> chosen)
            ? chosen.Found ? chosen.Value : default
            : Enumerable.ElementAtOrDefault(source, index);
}
