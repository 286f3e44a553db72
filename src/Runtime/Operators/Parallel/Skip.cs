using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.Skip</c>: records pass with their spans.</summary>
    public static ParallelQuery<TSource> Skip<TLineage, TSource>(ParallelQuery<TSource> source, int count, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.Skip(source, count);
        return TLineage.IsRecording ? ParallelPass.Of(query, source, count, static (records, count) => records.Skip(count), site) : query;
    }
}
