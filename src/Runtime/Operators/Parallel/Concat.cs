using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.Concat</c>: records pass with their spans.</summary>
    public static ParallelQuery<TSource> Concat<TLineage, TSource>(ParallelQuery<TSource> first, ParallelQuery<TSource> second, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.Concat(first, second);
        return TLineage.IsRecording ? ParallelFlows.With(query, new ParallelConcatFlow<TSource>(first.AsFlow(site), second.AsFlow(site, argument: 1), site)) : query;
    }
}
