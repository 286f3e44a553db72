using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="ParallelEnumerable.Range"/>: each number is a root.</summary>
    public static ParallelQuery<int> ParallelRange<TLineage>(int start, int count, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<int> query = ParallelEnumerable.Range(start, count);
        return TLineage.IsRecording ? ParallelFlows.With(query, new ParallelSourceFlow<int>(Enumerable.Range(start, count), site, enumerated: query)) : query;
    }
}
