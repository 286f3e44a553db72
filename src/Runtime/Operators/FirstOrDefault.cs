using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Enumerable.FirstOrDefault(source)</c>: as an output it is the record chosen.</summary>
    public static TSource? FirstOrDefault<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
        => Operators.Choice.First<TLineage, TSource>(source, site, out Chosen<TSource> chosen)
            ? chosen.Found ? chosen.Value : default
            : Enumerable.FirstOrDefault(source);

    /// <summary>The woven form of <c>Enumerable.FirstOrDefault(source, defaultValue)</c>: as an output it is the record chosen.</summary>
    public static TSource FirstOrDefault<TLineage, TSource>(IEnumerable<TSource> source, TSource defaultValue, int site) where TLineage : struct, ILineage
        => Operators.Choice.First<TLineage, TSource>(source, site, out Chosen<TSource> chosen)
            ? chosen.Found ? chosen.Value : defaultValue
            : Enumerable.FirstOrDefault(source, defaultValue);

    /// <summary>The woven form of <c>Enumerable.FirstOrDefault(source, predicate)</c>: as an output it is the record chosen.</summary>
    public static TSource? FirstOrDefault<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || predicate is null) return Enumerable.FirstOrDefault(source, predicate!);
        var tap = new MatchTap<TSource>(source, predicate, site);
        return tap.Choose(Enumerable.FirstOrDefault(tap, tap.Predicate)!);
    }

    /// <summary>The woven form of <c>Enumerable.FirstOrDefault(source, predicate, defaultValue)</c>: as an output it is the record chosen.</summary>
    public static TSource FirstOrDefault<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate, TSource defaultValue, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || predicate is null) return Enumerable.FirstOrDefault(source, predicate!, defaultValue);
        var tap = new MatchTap<TSource>(source, predicate, site);
        return tap.Choose(Enumerable.FirstOrDefault(tap, tap.Predicate, defaultValue));
    }
}
