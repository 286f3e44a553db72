using Weft.Flows;
using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.ToArrayAsync</c>: the array keeps the spans of its records, by index.</summary>
    public static ValueTask<TSource[]> ToArrayAsync<TLineage, TSource>(IAsyncEnumerable<TSource> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null
            ? AsyncResult.Collect(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.ToArrayAsync(records, cancellationToken),
                ArrayAttachment<TSource>.Attach, site)
            : AsyncEnumerable.ToArrayAsync(source!, cancellationToken);
}
