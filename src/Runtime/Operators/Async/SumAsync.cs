using Weft.Flows;
using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.SumAsync</c>: the sum follows from every record.</summary>
    public static ValueTask<int> SumAsync<TLineage>(IAsyncEnumerable<int> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.SumAsync(records, cancellationToken), site)
            : AsyncEnumerable.SumAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.SumAsync</c>: the sum follows from every record.</summary>
    public static ValueTask<long> SumAsync<TLineage>(IAsyncEnumerable<long> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.SumAsync(records, cancellationToken), site)
            : AsyncEnumerable.SumAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.SumAsync</c>: the sum follows from every record.</summary>
    public static ValueTask<float> SumAsync<TLineage>(IAsyncEnumerable<float> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.SumAsync(records, cancellationToken), site)
            : AsyncEnumerable.SumAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.SumAsync</c>: the sum follows from every record.</summary>
    public static ValueTask<double> SumAsync<TLineage>(IAsyncEnumerable<double> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.SumAsync(records, cancellationToken), site)
            : AsyncEnumerable.SumAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.SumAsync</c>: the sum follows from every record.</summary>
    public static ValueTask<decimal> SumAsync<TLineage>(IAsyncEnumerable<decimal> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.SumAsync(records, cancellationToken), site)
            : AsyncEnumerable.SumAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.SumAsync</c>: the sum follows from every record.</summary>
    public static ValueTask<int?> SumAsync<TLineage>(IAsyncEnumerable<int?> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.SumAsync(records, cancellationToken), site)
            : AsyncEnumerable.SumAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.SumAsync</c>: the sum follows from every record.</summary>
    public static ValueTask<long?> SumAsync<TLineage>(IAsyncEnumerable<long?> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.SumAsync(records, cancellationToken), site)
            : AsyncEnumerable.SumAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.SumAsync</c>: the sum follows from every record.</summary>
    public static ValueTask<float?> SumAsync<TLineage>(IAsyncEnumerable<float?> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.SumAsync(records, cancellationToken), site)
            : AsyncEnumerable.SumAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.SumAsync</c>: the sum follows from every record.</summary>
    public static ValueTask<double?> SumAsync<TLineage>(IAsyncEnumerable<double?> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.SumAsync(records, cancellationToken), site)
            : AsyncEnumerable.SumAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.SumAsync</c>: the sum follows from every record.</summary>
    public static ValueTask<decimal?> SumAsync<TLineage>(IAsyncEnumerable<decimal?> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.SumAsync(records, cancellationToken), site)
            : AsyncEnumerable.SumAsync(source, cancellationToken);
}
