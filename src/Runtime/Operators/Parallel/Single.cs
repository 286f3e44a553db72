using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.Single(source)</c>: as an output it is the record chosen.</summary>
    public static TSource Single<TLineage, TSource>(ParallelQuery<TSource> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Single(source);
        return ParallelOutput.Choose(source, 0, static (records, _) => records.Single(), site);
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Single(source, predicate)</c>: as an output it is the record chosen.</summary>
    public static TSource Single<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, bool> predicate, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || predicate is null) return ParallelEnumerable.Single(source, predicate!);
        return ParallelOutput.Choose(source, predicate, static (records, predicate) => records.Single(record => predicate(record.Value)), site);
    }
}
