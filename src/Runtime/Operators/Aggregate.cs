using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Enumerable.Aggregate(source, func)</c>: as an output it follows from every record.</summary>
    public static TSource Aggregate<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, TSource, TSource> func, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Aggregate(source, func);
        var tap = new Tap<TSource>(source, site);
        return tap.Derive(Enumerable.Aggregate(tap.Records, func));
    }

    /// <summary>The woven form of <c>Enumerable.Aggregate(source, seed, func)</c>: as an output it follows from every record.</summary>
    public static TAccumulate Aggregate<TLineage, TSource, TAccumulate>(IEnumerable<TSource> source, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func, int site)
        where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Aggregate(source, seed, func);
        var tap = new Tap<TSource>(source, site);
        return tap.Derive(Enumerable.Aggregate(tap.Records, seed, func));
    }

    /// <summary>The woven form of <c>Enumerable.Aggregate(source, seed, func, resultSelector)</c>: as an output it follows from every record.</summary>
    public static TResult Aggregate<TLineage, TSource, TAccumulate, TResult>(
        IEnumerable<TSource> source, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func, Func<TAccumulate, TResult> resultSelector, int site)
        where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Aggregate(source, seed, func, resultSelector);
        var tap = new Tap<TSource>(source, site);
        return tap.Derive(Enumerable.Aggregate(tap.Records, seed, func, resultSelector));
    }
}
