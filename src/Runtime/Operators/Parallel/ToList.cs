using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.ToList</c>: the list keeps the spans of its records, by index.</summary>
    public static List<TSource> ToList<TLineage, TSource>(ParallelQuery<TSource> source, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null ? ParallelCollections.List(source.AsFlow(site), site) : ParallelEnumerable.ToList(source!);
}
