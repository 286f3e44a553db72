using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.OfType</c>: records pass with their spans.</summary>
    public static ParallelQuery<TResult> OfType<TLineage, TResult>(ParallelQuery source, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TResult> query = ParallelEnumerable.OfType<TResult>(source);
        return TLineage.IsRecording ? ParallelObjects.OfType(query, source, site) : query;
    }
}
