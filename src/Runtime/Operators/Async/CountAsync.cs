using Weft.Flows;
using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.CountAsync</c>: the count follows from every record counted.</summary>
    public static ValueTask<int> CountAsync<TLineage, TSource>(IAsyncEnumerable<TSource> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.CountAsync(records, cancellationToken), site)
            : AsyncEnumerable.CountAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.CountAsync</c>: the count follows from every record counted.</summary>
    public static ValueTask<int> CountAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, Func<TSource, bool> predicate, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site) && predicate is not null
            ? AsyncResult.DeriveFromMatches(source, (predicate, cancellationToken), static (records, state, matches) => AsyncEnumerable.CountAsync(
                records, record => matches.Note(state.predicate(record.Value), record), state.cancellationToken), site)
            : AsyncEnumerable.CountAsync(source, predicate!, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.CountAsync</c>: the count follows from every record counted.</summary>
    public static ValueTask<int> CountAsync<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<bool>> predicate, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site) && predicate is not null
            ? AsyncResult.DeriveFromMatches(source, (predicate, cancellationToken), static (records, state, matches) => AsyncEnumerable.CountAsync(
                records, (record, token) => matches.Note(state.predicate(record.Value, token), record), state.cancellationToken), site)
            : AsyncEnumerable.CountAsync(source, predicate!, cancellationToken);
}
