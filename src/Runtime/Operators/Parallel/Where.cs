using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.Where</c>: records pass with their spans.</summary>
    public static ParallelQuery<TSource> Where<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, bool> predicate, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.Where(source, predicate);
        return TLineage.IsRecording ? ParallelFlows.With(query, new ParallelWhereFlow<TSource>(source.AsFlow(site), predicate, site)) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Where</c>: records pass with their spans.</summary>
    public static ParallelQuery<TSource> Where<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, int, bool> predicate, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.Where(source, predicate);
        return TLineage.IsRecording ? ParallelPass.Of(query, source, predicate, static (records, predicate) => records.Where((record, index) => predicate(record.Value, index)), site) : query;
    }
}
