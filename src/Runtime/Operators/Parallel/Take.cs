using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.Take</c>: records pass with their spans.</summary>
    public static ParallelQuery<TSource> Take<TLineage, TSource>(ParallelQuery<TSource> source, int count, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.Take(source, count);
        return TLineage.IsRecording ? ParallelPass.Of(query, source, count, static (records, count) => records.Take(count), site) : query;
    }
}
