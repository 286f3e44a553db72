using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.Select</c>: the image of a record has its span.</summary>
    public static IAsyncEnumerable<TResult> Select<TLineage, TSource, TResult>(IAsyncEnumerable<TSource> source, Func<TSource, TResult> selector, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncPass.Of(source, selector, static (records, selector) => AsyncEnumerable.Select(records, selector), site)
            : AsyncEnumerable.Select(source, selector);

    /// <summary>The woven form of <c>AsyncEnumerable.Select</c>: the image of a record has its span.</summary>
    public static IAsyncEnumerable<TResult> Select<TLineage, TSource, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TResult>> selector, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncPass.Of(source, selector, static (records, selector) => AsyncEnumerable.Select(records, selector), site)
            : AsyncEnumerable.Select(source, selector);

    /// <summary>The woven form of <c>AsyncEnumerable.Select</c>: the image of a record has its span.</summary>
    public static IAsyncEnumerable<TResult> Select<TLineage, TSource, TResult>(IAsyncEnumerable<TSource> source, Func<TSource, int, TResult> selector, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncPass.Of(source, selector, static (records, selector) => AsyncEnumerable.Select(records, selector), site)
            : AsyncEnumerable.Select(source, selector);

    /// <summary>The woven form of <c>AsyncEnumerable.Select</c>: the image of a record has its span.</summary>
    public static IAsyncEnumerable<TResult> Select<TLineage, TSource, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, int, CancellationToken, ValueTask<TResult>> selector, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncPass.Of(source, selector, static (records, selector) => AsyncEnumerable.Select(records, selector), site)
            : AsyncEnumerable.Select(source, selector);
}
