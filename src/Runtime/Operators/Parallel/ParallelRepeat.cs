using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="ParallelEnumerable.Repeat{TResult}"/>: each repetition is a root.</summary>
    public static ParallelQuery<TResult> ParallelRepeat<TLineage, TResult>(TResult element, int count, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TResult> query = ParallelEnumerable.Repeat(element, count);
        return TLineage.IsRecording ? ParallelFlows.With(query, new ParallelSourceFlow<TResult>(Enumerable.Repeat(element, count), site, enumerated: query)) : query;
    }
}
