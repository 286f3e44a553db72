using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.AsOrdered</c>: the records are those of the query, read in another manner.</summary>
    public static ParallelQuery<TSource> AsOrdered<TLineage, TSource>(ParallelQuery<TSource> source, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.AsOrdered(source);
        return TLineage.IsRecording ? ParallelPass.Setting(query, source, 0, static (records, _) => records.AsOrdered(), site, orders: true) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.AsOrdered</c>: the records are those of the query, read in another manner.</summary>
    public static ParallelQuery AsOrdered<TLineage>(ParallelQuery source, int site) where TLineage : struct, ILineage
    {
        ParallelQuery query = ParallelEnumerable.AsOrdered(source);
        return TLineage.IsRecording ? ParallelObjects.AsOrdered(query, source) : query;
    }
}
