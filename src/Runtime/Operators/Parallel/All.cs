using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.All</c>: the predicate sees groups as others do; nothing is recorded of the answer.</summary>
    public static bool All<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, bool> predicate, int site) where TLineage : struct, ILineage
        => ParallelOutput.SeesGroups<TLineage>(source) && predicate is not null
            ? source.AsFlow(site).Open(out _).All(record => predicate(record.Value))
            : ParallelEnumerable.All(source, predicate!);
}
