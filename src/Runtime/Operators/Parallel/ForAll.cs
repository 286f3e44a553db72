using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.ForAll</c>: the action sees groups as others do; nothing is recorded of what it does.</summary>
    public static void ForAll<TLineage, TSource>(ParallelQuery<TSource> source, Action<TSource> action, int site) where TLineage : struct, ILineage
    {
        if (ParallelOutput.SeesGroups<TLineage>(source) && action is not null) source.AsFlow(site).Open(out _).ForAll(record => action(record.Value));
        else ParallelEnumerable.ForAll(source, action!);
    }
}
