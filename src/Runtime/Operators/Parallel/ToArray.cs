using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.ToArray</c>: the array keeps the spans of its records, by index.</summary>
    public static TSource[] ToArray<TLineage, TSource>(ParallelQuery<TSource> source, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null ? ParallelCollections.Array(source.AsFlow(site), site) : ParallelEnumerable.ToArray(source!);
}
