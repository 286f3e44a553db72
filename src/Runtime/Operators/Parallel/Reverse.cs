using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.Reverse</c>: records pass with their spans.</summary>
    public static ParallelQuery<TSource> Reverse<TLineage, TSource>(ParallelQuery<TSource> source, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.Reverse(source);
        return TLineage.IsRecording ? ParallelPass.Of(query, source, 0, static (records, _) => records.Reverse(), site) : query;
    }
}
