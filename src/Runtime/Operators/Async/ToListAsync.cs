using Weft.Flows;
using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.ToListAsync</c>: the list keeps the spans of its records, by index.</summary>
    public static ValueTask<List<TSource>> ToListAsync<TLineage, TSource>(IAsyncEnumerable<TSource> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null
            ? AsyncResult.Collect(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.ToListAsync(records, cancellationToken),
                ListAttachment<TSource>.Attach, site)
            : AsyncEnumerable.ToListAsync(source!, cancellationToken);
}
