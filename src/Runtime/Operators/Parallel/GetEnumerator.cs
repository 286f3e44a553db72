using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="ParallelQuery{TSource}.GetEnumerator"/>: the loop that reads it is told the spans of the records.</summary>
    public static IEnumerator<TSource> GetEnumerator<TLineage, TSource>(ParallelQuery<TSource> source, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null && ParallelFlows.Find(source) is { } flow ? new ParallelEnumerator<TSource>(flow.Open(out Flows.Way way).GetEnumerator(), way) : source!.GetEnumerator();
}
