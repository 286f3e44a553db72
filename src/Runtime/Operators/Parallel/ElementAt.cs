using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.ElementAt(source, index)</c>: as an output it is the record chosen.</summary>
    public static TSource ElementAt<TLineage, TSource>(ParallelQuery<TSource> source, int index, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.ElementAt(source, index);
        return ParallelOutput.Choose(source, index, static (records, index) => records.ElementAt(index), site);
    }
}
