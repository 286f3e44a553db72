using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.Last(source)</c>: as an output it is the record chosen.</summary>
    public static TSource Last<TLineage, TSource>(ParallelQuery<TSource> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Last(source);
        return ParallelOutput.Choose(source, 0, static (records, _) => records.Last(), site);
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Last(source, predicate)</c>: as an output it is the record chosen.</summary>
    public static TSource Last<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, bool> predicate, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || predicate is null) return ParallelEnumerable.Last(source, predicate!);
        return ParallelOutput.Choose(source, predicate, static (records, predicate) => records.Last(record => predicate(record.Value)), site);
    }
}
