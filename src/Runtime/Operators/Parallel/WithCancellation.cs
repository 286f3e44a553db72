using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.WithCancellation</c>: the records are those of the query, read in another manner.</summary>
    public static ParallelQuery<TSource> WithCancellation<TLineage, TSource>(ParallelQuery<TSource> source, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.WithCancellation(source, cancellationToken);
        return TLineage.IsRecording ? ParallelPass.Setting(query, source, cancellationToken, static (records, cancellationToken) => records.WithCancellation(cancellationToken), site) : query;
    }
}
