using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Enumerable.ElementAt(source, int)</c>: as an output it is the record chosen.</summary>
    public static TSource ElementAt<TLineage, TSource>(IEnumerable<TSource> source, int index, int site) where TLineage : struct, ILineage
        => Operators.Choice.ElementAt<TLineage, TSource>(source, index, site, out Chosen<TSource> chosen)
            ? chosen.Found ? chosen.Value : Operators.Choice.NoElementAt(source, index)
            : Enumerable.ElementAt(source, index);

    /// <summary>The woven form of <c>Enumerable.ElementAt(source, Index)</c>: as an output it is the record chosen.</summary>
    public static TSource ElementAt<TLineage, TSource>(IEnumerable<TSource> source, Index index, int site) where TLineage : struct, ILineage
        => Operators.Choice.ElementAt<TLineage, TSource>(source, index, site, out Chosen<TSource> chosen)
            ? chosen.Found ? chosen.Value : Operators.Choice.NoElementAt(source, index)
            : Enumerable.ElementAt(source, index);
}
