using Weft.Flows;
using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.AverageAsync</c>: the average follows from every record.</summary>
    public static ValueTask<double> AverageAsync<TLineage>(IAsyncEnumerable<int> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.AverageAsync(records, cancellationToken), site)
            : AsyncEnumerable.AverageAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.AverageAsync</c>: the average follows from every record.</summary>
    public static ValueTask<double> AverageAsync<TLineage>(IAsyncEnumerable<long> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.AverageAsync(records, cancellationToken), site)
            : AsyncEnumerable.AverageAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.AverageAsync</c>: the average follows from every record.</summary>
    public static ValueTask<float> AverageAsync<TLineage>(IAsyncEnumerable<float> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.AverageAsync(records, cancellationToken), site)
            : AsyncEnumerable.AverageAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.AverageAsync</c>: the average follows from every record.</summary>
    public static ValueTask<double> AverageAsync<TLineage>(IAsyncEnumerable<double> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.AverageAsync(records, cancellationToken), site)
            : AsyncEnumerable.AverageAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.AverageAsync</c>: the average follows from every record.</summary>
    public static ValueTask<decimal> AverageAsync<TLineage>(IAsyncEnumerable<decimal> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.AverageAsync(records, cancellationToken), site)
            : AsyncEnumerable.AverageAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.AverageAsync</c>: the average follows from every record.</summary>
    public static ValueTask<double?> AverageAsync<TLineage>(IAsyncEnumerable<int?> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.AverageAsync(records, cancellationToken), site)
            : AsyncEnumerable.AverageAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.AverageAsync</c>: the average follows from every record.</summary>
    public static ValueTask<double?> AverageAsync<TLineage>(IAsyncEnumerable<long?> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.AverageAsync(records, cancellationToken), site)
            : AsyncEnumerable.AverageAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.AverageAsync</c>: the average follows from every record.</summary>
    public static ValueTask<float?> AverageAsync<TLineage>(IAsyncEnumerable<float?> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.AverageAsync(records, cancellationToken), site)
            : AsyncEnumerable.AverageAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.AverageAsync</c>: the average follows from every record.</summary>
    public static ValueTask<double?> AverageAsync<TLineage>(IAsyncEnumerable<double?> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.AverageAsync(records, cancellationToken), site)
            : AsyncEnumerable.AverageAsync(source, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.AverageAsync</c>: the average follows from every record.</summary>
    public static ValueTask<decimal?> AverageAsync<TLineage>(IAsyncEnumerable<decimal?> source, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site)
            ? AsyncResult.Derive(source, cancellationToken, static (records, cancellationToken) => AsyncEnumerable.AverageAsync(records, cancellationToken), site)
            : AsyncEnumerable.AverageAsync(source, cancellationToken);
}
