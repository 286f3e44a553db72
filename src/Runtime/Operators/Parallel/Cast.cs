using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.Cast</c>: records pass with their spans.</summary>
    public static ParallelQuery<TResult> Cast<TLineage, TResult>(ParallelQuery source, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TResult> query = ParallelEnumerable.Cast<TResult>(source);
        return TLineage.IsRecording ? ParallelObjects.Cast(query, source, site) : query;
    }
}
