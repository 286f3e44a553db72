using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.WithExecutionMode</c>: the records are those of the query, read in another manner.</summary>
    public static ParallelQuery<TSource> WithExecutionMode<TLineage, TSource>(ParallelQuery<TSource> source, ParallelExecutionMode executionMode, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.WithExecutionMode(source, executionMode);
        return TLineage.IsRecording ? ParallelPass.Setting(query, source, executionMode, static (records, executionMode) => records.WithExecutionMode(executionMode), site) : query;
    }
}
