using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.AsUnordered</c>: the records are those of the query, read in another manner.</summary>
    public static ParallelQuery<TSource> AsUnordered<TLineage, TSource>(ParallelQuery<TSource> source, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.AsUnordered(source);
        return TLineage.IsRecording ? ParallelPass.Setting(query, source, 0, static (records, _) => records.AsUnordered(), site) : query;
    }
}
