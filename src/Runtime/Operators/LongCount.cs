using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Enumerable.LongCount(source)</c>: as an output it follows from every record counted.</summary>
    public static long LongCount<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.LongCount(source);
        var tap = new Tap<TSource>(source, site);
        return tap.Derive(Enumerable.LongCount(tap.Records));
    }

    /// <summary>The woven form of <c>Enumerable.LongCount(source, predicate)</c>: as an output it follows from every record counted.</summary>
    public static long LongCount<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || predicate is null) return Enumerable.LongCount(source, predicate!);
        var tap = new MatchTap<TSource>(source, predicate, site);
        return tap.Derive(Enumerable.LongCount(tap, tap.Predicate));
    }
}
