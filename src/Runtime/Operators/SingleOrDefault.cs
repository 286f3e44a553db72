using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Enumerable.SingleOrDefault(source)</c>: as an output it is the record chosen.</summary>
    public static TSource? SingleOrDefault<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.SingleOrDefault(source);
        var tap = new Tap<TSource>(source, site);
        return tap.ChooseFirst(Enumerable.SingleOrDefault(tap.Records)!);
    }

    /// <summary>The woven form of <c>Enumerable.SingleOrDefault(source, defaultValue)</c>: as an output it is the record chosen.</summary>
    public static TSource SingleOrDefault<TLineage, TSource>(IEnumerable<TSource> source, TSource defaultValue, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.SingleOrDefault(source, defaultValue);
        var tap = new Tap<TSource>(source, site);
        return tap.ChooseFirst(Enumerable.SingleOrDefault(tap.Records, defaultValue));
    }

    /// <summary>The woven form of <c>Enumerable.SingleOrDefault(source, predicate)</c>: as an output it is the record chosen.</summary>
    public static TSource? SingleOrDefault<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || predicate is null) return Enumerable.SingleOrDefault(source, predicate!);
        var tap = new MatchTap<TSource>(source, predicate, site);
        return tap.Choose(Enumerable.SingleOrDefault(tap, tap.Predicate)!);
    }

    /// <summary>The woven form of <c>Enumerable.SingleOrDefault(source, predicate, defaultValue)</c>: as an output it is the record chosen.</summary>
    public static TSource SingleOrDefault<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate, TSource defaultValue, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || predicate is null) return Enumerable.SingleOrDefault(source, predicate!, defaultValue);
        var tap = new MatchTap<TSource>(source, predicate, site);
        return tap.Choose(Enumerable.SingleOrDefault(tap, tap.Predicate, defaultValue));
    }
}
