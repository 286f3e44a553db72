using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.WithDegreeOfParallelism</c>: the records are those of the query, read in another manner.</summary>
    public static ParallelQuery<TSource> WithDegreeOfParallelism<TLineage, TSource>(ParallelQuery<TSource> source, int degreeOfParallelism, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.WithDegreeOfParallelism(source, degreeOfParallelism);
        return TLineage.IsRecording ? ParallelPass.Setting(query, source, degreeOfParallelism, static (records, degreeOfParallelism) => records.WithDegreeOfParallelism(degreeOfParallelism), site) : query;
    }
}
