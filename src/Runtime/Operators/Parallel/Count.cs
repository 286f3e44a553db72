using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.Count(source)</c>: as an output it follows from every record counted.</summary>
    public static int Count<TLineage, TSource>(ParallelQuery<TSource> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Count(source);
        var tap = new ParallelTap<TSource>(source, site);
        return tap.Derive(ParallelEnumerable.Count(tap.Records));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Count(source, predicate)</c>: as an output it follows from every record counted.</summary>
    public static int Count<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, bool> predicate, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || predicate is null) return ParallelEnumerable.Count(source, predicate!);
        var tap = new ParallelTap<TSource>(source, site);
        return tap.Derive(ParallelEnumerable.Count(tap.Matches(predicate)));
    }
}
