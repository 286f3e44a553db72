using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Enumerable.Single(source)</c>: as an output it is the record chosen.</summary>
    public static TSource Single<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Single(source);
        var tap = new Tap<TSource>(source, site);
        return tap.ChooseFirst(Enumerable.Single(tap.Records));
    }

    /// <summary>The woven form of <c>Enumerable.Single(source, predicate)</c>: as an output it is the record chosen.</summary>
    public static TSource Single<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || predicate is null) return Enumerable.Single(source, predicate!);
        var tap = new MatchTap<TSource>(source, predicate, site);
        return tap.Choose(Enumerable.Single(tap, tap.Predicate));
    }
}
