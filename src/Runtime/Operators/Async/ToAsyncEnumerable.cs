using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.ToAsyncEnumerable</c>: records keep the spans that they have in the collection or flow.</summary>
    public static IAsyncEnumerable<TSource> ToAsyncEnumerable<TLineage, TSource>(IEnumerable<TSource> source, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null
            ? new AsyncItemsFlow<TSource>(source, site)
            : AsyncEnumerable.ToAsyncEnumerable(source!);
}
