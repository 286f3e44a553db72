using Weft.Flows;
using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.Select</c>: the image of a record has its span.</summary>
    public static ParallelQuery<TResult> Select<TLineage, TSource, TResult>(ParallelQuery<TSource> source, Func<TSource, TResult> selector, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TResult> query = ParallelEnumerable.Select(source, selector);
        return TLineage.IsRecording ? ParallelFlows.With(query, new ParallelSelectFlow<TSource, TResult>(source.AsFlow(site), selector, site)) : query;
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Select</c>: the image of a record has its span.</summary>
    public static ParallelQuery<TResult> Select<TLineage, TSource, TResult>(ParallelQuery<TSource> source, Func<TSource, int, TResult> selector, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TResult> query = ParallelEnumerable.Select(source, selector);
        return TLineage.IsRecording ? ParallelPass.Of(query, source, selector, static (records, selector) => records.Select((record, index) => new Chosen<TResult>(selector(record.Value, index), record.Span)), site) : query;
    }
}
