using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.SingleOrDefault(source)</c>: as an output it is the record chosen.</summary>
    public static TSource? SingleOrDefault<TLineage, TSource>(ParallelQuery<TSource> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.SingleOrDefault(source);
        return ParallelOutput.Choose(source, 0, static (records, _) => records.SingleOrDefault(), site);
    }

    /// <summary>The woven form of <c>ParallelEnumerable.SingleOrDefault(source, predicate)</c>: as an output it is the record chosen.</summary>
    public static TSource? SingleOrDefault<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, bool> predicate, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || predicate is null) return ParallelEnumerable.SingleOrDefault(source, predicate!);
        return ParallelOutput.Choose(source, predicate, static (records, predicate) => records.SingleOrDefault(record => predicate(record.Value)), site);
    }
}
