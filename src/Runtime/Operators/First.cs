using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Enumerable.First(source)</c>: as an output it is the record chosen.</summary>
    public static TSource First<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
        => Operators.Choice.First<TLineage, TSource>(source, site, out Chosen<TSource> chosen)
            ? chosen.Found ? chosen.Value : Enumerable.First(Array.Empty<TSource>())
            : Enumerable.First(source);

    /// <summary>The woven form of <c>Enumerable.First(source, predicate)</c>: as an output it is the record chosen.</summary>
    public static TSource First<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || predicate is null) return Enumerable.First(source, predicate!);
        var tap = new MatchTap<TSource>(source, predicate, site);
        return tap.Choose(Enumerable.First(tap, tap.Predicate));
    }
}
