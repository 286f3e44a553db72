using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.SkipWhile</c>: records pass with their spans.</summary>
    public static ParallelQuery<TSource> SkipWhile<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, bool> predicate, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.SkipWhile(source, predicate);
        return TLineage.IsRecording ? ParallelPass.Of(query, source, predicate, static (records, predicate) => records.SkipWhile(record => predicate(record.Value)), site) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.SkipWhile</c>: records pass with their spans.</summary>
    public static ParallelQuery<TSource> SkipWhile<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, int, bool> predicate, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.SkipWhile(source, predicate);
        return TLineage.IsRecording ? ParallelPass.Of(query, source, predicate, static (records, predicate) => records.SkipWhile((record, index) => predicate(record.Value, index)), site) : query;
    }
}
