using Weft.Events;
using Weft.Events.Deferred;
using Weft.Flows;
using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.ForAll</c>: each thread is a unit, which handles one record after the other.</summary>
    public static void ForAll<TLineage, TSource>(ParallelQuery<TSource> source, Action<TSource> action, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || source is null || action is null)
        {
            ParallelEnumerable.ForAll(source!, action!);
            return;
        }
        using var work = new ThreadsWork("ParallelEnumerable.ForAll", site);
        source.AsFlow(site).Open(out Way way).ForAll(record => work.Do(action, record.Value, new CurrentRecord(record.Span, way.Step)));
    }
}
