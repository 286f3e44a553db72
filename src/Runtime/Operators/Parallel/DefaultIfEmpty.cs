using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.DefaultIfEmpty</c>: records pass with their spans; the default value is a root of the call.</summary>
    public static ParallelQuery<TSource> DefaultIfEmpty<TLineage, TSource>(ParallelQuery<TSource> source, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.DefaultIfEmpty(source)!;
        return TLineage.IsRecording ? ParallelDefault.Of(query, source, default!, site) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.DefaultIfEmpty</c>: records pass with their spans; the default value is a root of the call.</summary>
    public static ParallelQuery<TSource> DefaultIfEmpty<TLineage, TSource>(ParallelQuery<TSource> source, TSource defaultValue, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TSource> query = ParallelEnumerable.DefaultIfEmpty(source, defaultValue);
        return TLineage.IsRecording ? ParallelDefault.Of(query, source, defaultValue, site) : query;
    }
}
