using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.ElementAtOrDefault(source, index)</c>: as an output it is the record chosen.</summary>
    public static TSource? ElementAtOrDefault<TLineage, TSource>(ParallelQuery<TSource> source, int index, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.ElementAtOrDefault(source, index);
        return ParallelOutput.Choose(source, index, static (records, index) => records.ElementAtOrDefault(index), site);
    }
}
