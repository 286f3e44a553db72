using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.WithMergeOptions</c>: the records are those of the query, read in another manner.</summary>
    public static ParallelQuery<TSource> WithMergeOptions<TLineage, TSource>(ParallelQuery<TSource> source, ParallelMergeOptions mergeOptions, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.WithMergeOptions(source, mergeOptions);
        return TLineage.IsRecording ? ParallelPass.Setting(query, source, mergeOptions, static (records, mergeOptions) => records.WithMergeOptions(mergeOptions), site) : query;
    }
}
