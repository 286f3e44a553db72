using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.Any(source)</c>: PLINQ's own; nothing is recorded of the answer.</summary>
    public static bool Any<TLineage, TSource>(ParallelQuery<TSource> source, int site) where TLineage : struct, ILineage => ParallelEnumerable.Any(source);

    /// <summary>The woven form of <c>ParallelEnumerable.Any(source, predicate)</c>: the predicate sees groups as others do; nothing is recorded of the answer.</summary>
    public static bool Any<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, bool> predicate, int site) where TLineage : struct, ILineage
        => ParallelOutput.SeesGroups<TLineage>(source) && predicate is not null
            ? source.AsFlow(site).Open(out _).Any(record => predicate(record.Value))
            : ParallelEnumerable.Any(source, predicate!);
}
