using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Enumerable.Count(source)</c>: as an output it follows from every record counted.</summary>
    public static int Count<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
    {
        if (OutputRow.IsTraced<TLineage>(source, site)) return OutputRow.Count(source.AsFlow(site), site);
        return TLineage.IsRecording && source is Flow<TSource> flow ? flow.GetCount(onlyIfCheap: false) : Enumerable.Count(source);
    }

    /// <summary>The woven form of <c>Enumerable.Count(source, predicate)</c>: as an output it follows from every record counted.</summary>
    public static int Count<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || predicate is null) return Enumerable.Count(source, predicate!);
        var tap = new MatchTap<TSource>(source, predicate, site);
        return tap.Derive(Enumerable.Count(tap, tap.Predicate));
    }
}
