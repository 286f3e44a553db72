using Weft.Flows;
using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.ElementAtOrDefaultAsync</c>: the record chosen passes.</summary>
    public static ValueTask<TSource?> ElementAtOrDefaultAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, int index, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.ChooseOrDefault(source, (index, cancellationToken), static (records, state) => AsyncEnumerable.ElementAtOrDefaultAsync(records, state.index, state.cancellationToken), site)
            : AsyncEnumerable.ElementAtOrDefaultAsync(source, index, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.ElementAtOrDefaultAsync</c>: the record chosen passes.</summary>
    public static ValueTask<TSource?> ElementAtOrDefaultAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, Index index, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.ChooseOrDefault(source, (index, cancellationToken), static (records, state) => AsyncEnumerable.ElementAtOrDefaultAsync(records, state.index, state.cancellationToken), site)
            : AsyncEnumerable.ElementAtOrDefaultAsync(source, index, cancellationToken);
}
