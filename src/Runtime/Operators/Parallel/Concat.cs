using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.Concat</c>: records pass with their spans.</summary>
    public static ParallelQuery<TSource> Concat<TLineage, TSource>(ParallelQuery<TSource> first, ParallelQuery<TSource> second, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.Concat(first, second);
        return TLineage.IsRecording ? ParallelFlows.With(query, new ParallelBranchesFlow<TSource, int>(
            first.AsFlow(site), second.AsFlow(site, argument: 1), 0, static (first, second, _) => first.Concat(second), site)) : query;
    }
}
